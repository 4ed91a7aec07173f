/** A body that left, checked against what was chosen and shown (see `receipt-comparison`). */
import { createSHA256 } from 'hash-wasm';
import type { MediaRange } from '../../upload/media-ranges.ts';
import { type Comparison, compareBody, type Receipt } from '../../upload/receipt-comparison.ts';
import type { RunningHash } from '../../upload/running-hash.ts';
import { type SentSha256, type Sha256, withSha256 } from '../../upload/sent-sha256.ts';
import { blocksOf, ShortRead } from '../media/blob-blocks.ts';
import { MediaWatch } from '../media/media-watch.ts';

export interface CheckOrder {
  readonly receipt: Receipt;
  readonly body: Blob;
  /** Where the media is in the body. */
  readonly ranges: readonly MediaRange[];
  /** The hashes that its blocks had when it was chosen; null where it is in memory, and so what was shown. */
  readonly blocks: readonly string[] | null;
}

export type Finding =
  /** With the preview: as far as it went, the media is the one that was chosen. */
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  /** The file is another one by now; `wasSent`: and that one is what left. */
  | { readonly kind: 'changed'; readonly wasSent: boolean }
  | { readonly kind: 'unreadable' }
  /** Whoever sent could not hash. */
  | { readonly kind: 'not-hashed' };

export type CheckReport =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'done'; readonly finding: Finding }
  /** After an equal body; null where the file is another one by now. */
  | { readonly type: 'sha256'; readonly sha256: SentSha256 | null }
  /** This browser allows no WebAssembly. */
  | { readonly type: 'unavailable' };

/** Reads the body once; the receipt and the media's own hashes are compared with the same bytes. */
export async function checkBody(
  { receipt, body, ranges, blocks }: CheckOrder,
  hash: RunningHash,
  blockHash: RunningHash,
  onProgress: (bytes: number) => void,
): Promise<Finding> {
  const watch = new MediaWatch(blocks === null ? [] : ranges, blocks ?? [], blockHash);
  try {
    const read = watched(blocksOf(body), watch);
    const comparison = await compareBody(receipt, read, body.size, hash, onProgress);
    if (comparison === null) return { kind: 'not-hashed' };
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

/**
 * SHA-256 takes twenty times as long as the comparison, so it is taken behind it. The body is compared
 * once more on the way: what is hashed is what was sent. Null where it is not any more.
 */
export async function sha256OfSent(
  { receipt, body, ranges }: CheckOrder,
  hash: RunningHash,
): Promise<SentSha256 | null> {
  const media = ranges[0] ?? null;
  const hashing = withSha256(hash, media, await createSha256(), await createSha256());
  try {
    const comparison = await compareBody(receipt, blocksOf(body), body.size, hashing);
    return comparison?.kind === 'equal' ? hashing.sha256() : null;
  } catch {
    return null;
  }
}

async function createSha256(): Promise<Sha256> {
  const hash = await createSHA256();
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

function findingOf(comparison: Comparison, changed: MediaRange | null): Finding {
  if (changed === null) return { kind: 'compared', comparison };
  if (comparison.kind === 'different') return { kind: 'changed', wasSent: false };
  // What changed after the end of an upload that ended early does not matter.
  if (changed.start >= comparison.bytes) return { kind: 'compared', comparison };
  return { kind: 'changed', wasSent: changed.end <= comparison.bytes };
}

async function* watched(blocks: AsyncIterable<Uint8Array>, watch: MediaWatch): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    watch.take(block);
    yield block;
  }
}
