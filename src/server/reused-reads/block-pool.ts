/**
 * The memory that uploads are read into: one region for the whole process, cut into a pool of
 * blocks. So the memory of a gigabyte, or of fifty uploads at once, is that of the blocks. Only
 * blocks that were used cost memory.
 */

/** Bytes: reads are few, and one upload keeps the processor's cache. */
const largeSize = 1024 * 1024;
const largeCount = 16;
/** More would not speed anything up: one is read into while others are written and hashed. */
const mostLarge = 8;

/** Bytes, where many share. */
const smallSize = 128 * 1024;
const smallCount = 128;
/** One to read into, one being written. */
const least = 2;

const region = new ArrayBuffer(largeCount * largeSize + smallCount * smallSize);

const large = cut(0, largeSize, largeCount);
const small = cut(largeCount * largeSize, smallSize, smallCount);

/** Bytes that fit into any block. */
export const smallestBlock = smallSize;

function cut(from: number, size: number, count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => Buffer.from(region, from + index * size, size));
}

/** For one upload: large ones while there are some, else small ones, and null where none are left. */
export function acquireBlocks(): Buffer[] | null {
  // Those used last come first: they are in memory already.
  if (large.length >= least) return large.splice(-mostLarge);
  return small.length >= least ? small.splice(-least) : null;
}

export function releaseBlocks(blocks: readonly Buffer[]): void {
  for (const block of blocks) (block.length === largeSize ? large : small).push(block);
}

/** For tests: blocks not in use. */
export function freeBlocks(): number {
  return large.length + small.length;
}
