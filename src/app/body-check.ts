/** What the page and its worker say to each other to check the body that left (see `receipt-comparison`). */
import type { Comparison, Receipt } from '../wire/receipt-comparison.ts';

export interface CheckOrder {
  readonly receipt: Receipt;
  readonly body: Blob;
}

export type CheckReport =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'done'; readonly comparison: Comparison }
  /** The file behind the body was changed or taken away since. */
  | { readonly type: 'unreadable' }
  /** This browser allows no WebAssembly. */
  | { readonly type: 'unavailable' };

/** Bytes read at once: enough for speed, little for the memory. */
const blockBytes = 1024 * 1024;

/**
 * The bytes of a blob one block after the other; it is never held as a whole. The next one is read
 * while the last one is at work.
 */
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
    yield new Uint8Array(block);
  }
}
