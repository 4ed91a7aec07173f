/**
 * The memory that uploads are read into: one region for the whole process, shared with the thread
 * that hashes, cut into blocks that are lent and given back. So the memory of a gigabyte, or of fifty
 * uploads at once, is that of the blocks. Only blocks that were used cost memory.
 */

/** Bytes: large enough that reads are few, small enough that a block is hashed while the cache has it. */
export const blockSize = 128 * 1024;
const blockCount = 192;
/** More than these hold up nothing any more: one is read into while others are written and hashed. */
const most = 16;
/** One to read into, one on its way, and one that a receipt holds for its end. */
const least = 3;

export const region = new SharedArrayBuffer(blockCount * blockSize);

const free: Buffer[] = Array.from({ length: blockCount }, (_, index) =>
  Buffer.from(region, index * blockSize, blockSize),
);

/** For a body of `length` bytes: fewer the more are lent, and null where too few are left. */
export function borrowBlocks(length: number): Buffer[] | null {
  const share = free.length === blockCount ? most : Math.floor(free.length / 24);
  const count = Math.max(least, Math.min(share, Math.ceil(length / blockSize) + 1));
  // Those used last come first: they are in memory already.
  return count > free.length ? null : free.splice(-count);
}

export function giveBack(blocks: readonly Buffer[]): void {
  free.push(...blocks);
}

/** For tests: blocks that nobody holds. */
export function freeBlocks(): number {
  return free.length;
}
