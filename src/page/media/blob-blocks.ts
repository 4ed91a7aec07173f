/** A blob read block by block; it is never held as a whole. */

/** Bytes read at once: enough for speed, little for the memory. */
export const blockBytes = 1024 * 1024;

/** The file behind a blob is shorter by now; Firefox reads what is there of it. */
export class ShortRead extends Error {}

/** The next one is read while the last one is at work. */
export async function* blocksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const read = (at: number) => {
    const block = blob.slice(at, at + blockBytes).arrayBuffer();
    // Nobody may want it any more by the time it fails.
    block.catch(() => {});
    return block;
  };
  let next = read(0);
  for (let at = 0; at < blob.size; at += blockBytes) {
    const block = await next;
    next = read(at + blockBytes);
    if (block.byteLength !== Math.min(blockBytes, blob.size - at)) throw new ShortRead();
    yield new Uint8Array(block);
  }
}
