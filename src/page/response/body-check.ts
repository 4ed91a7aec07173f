/** A body that left, checked against what was chosen and shown (see `receipt-comparison`). */
import {
  type Comparison,
  compareBody,
  type Receipt,
  type StreamHash,
} from '../../upload/receipt-comparison.ts';
import { blocksOf, ShortRead } from '../media/blob-blocks.ts';
import type { BlockHash } from '../media/block-hashes.ts';
import { type MediaRange, MediaWatch } from '../media/media-watch.ts';

/** Where a file on disk is part of the body, and the hashes that its blocks had when it was chosen. */
export interface MediaOnDisk {
  readonly ranges: readonly MediaRange[];
  readonly blocks: readonly string[];
}

export interface CheckOrder {
  readonly receipt: Receipt;
  readonly body: Blob;
  /** Null where all of the body is in memory: then it is what was shown. */
  readonly media: MediaOnDisk | null;
}

export type Finding =
  /** With the preview: as far as it went, the media is the one that was chosen. */
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  /** The file is another one by now; `wasSent`: and that one is what left. */
  | { readonly kind: 'changed'; readonly wasSent: boolean }
  | { readonly kind: 'unreadable' };

export type CheckReport =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'done'; readonly finding: Finding }
  /** This browser allows no WebAssembly. */
  | { readonly type: 'unavailable' };

/** Reads the body once; the receipt and the media's own hashes are compared with the same bytes. */
export async function checkBody(
  { receipt, body, media }: CheckOrder,
  hash: StreamHash,
  blockHash: BlockHash,
  onProgress: (bytes: number) => void,
): Promise<Finding> {
  const watch = new MediaWatch(media?.ranges ?? [], media?.blocks ?? [], blockHash);
  try {
    const read = watched(blocksOf(body), watch);
    const comparison = await compareBody(receipt, read, body.size, hash, onProgress);
    // Of an upload that ended early the last block is whole only with what did not leave.
    const { missing } = watch;
    if (missing) {
      for await (const block of blocksOf(body.slice(missing.start, missing.end))) watch.take(block);
    }
    return findingOf(comparison, watch.firstChanged);
  } catch (error) {
    // Reading is all that can fail here.
    return error instanceof ShortRead ? { kind: 'changed', wasSent: false } : { kind: 'unreadable' };
  }
}

function findingOf(comparison: Comparison, changed: MediaRange | null): Finding {
  if (changed === null) return { kind: 'compared', comparison };
  if (comparison.kind === 'different') return { kind: 'changed', wasSent: false };
  // What changed behind the end of an upload that ended early does not matter.
  if (changed.start >= comparison.bytes) return { kind: 'compared', comparison };
  return { kind: 'changed', wasSent: changed.end <= comparison.bytes };
}

async function* watched(blocks: AsyncIterable<Uint8Array>, watch: MediaWatch): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    watch.take(block);
    yield block;
  }
}
