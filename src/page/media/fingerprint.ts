/**
 * What a file was when it was chosen, kept to tell whether it still is. No engine can be relied on for
 * that: Chromium and WebKit refuse a file whose date has changed, to the second, and Firefox reads
 * whatever stands there by now, under the old size and date.
 */
import { compareBytes } from '../../upload/receipt-comparison.ts';
import type { RunningHash } from '../../upload/running-hash.ts';
import { blockBytes, blocksOf, ShortRead } from './blob-blocks.ts';
import { BlockHashes } from './block-hashes.ts';

/** The first and the last bytes of a file: read in no time, and hardly the same in another one. */
export interface Edges {
  readonly first: Uint8Array;
  readonly last: Uint8Array;
}

const edgeBytes = 64 * 1024;

/** What is found on disk; `unreadable`: nothing is known but that the browser does not read it. */
export type DiskState = 'as-chosen' | 'changed' | 'unreadable';

/** `blocks`: XXH64 of each MiB. Else why there is none. */
export type Fingerprint =
  | { readonly kind: 'taken'; readonly blocks: readonly string[] }
  /** It did not stay the same until all of it was hashed. */
  | { readonly kind: 'changed' | 'unreadable' }
  /** This browser allows no WebAssembly, or the worker could not be loaded. */
  | { readonly kind: 'unavailable' };

/** Rejects where the file can't be read. */
export async function readEdges(file: Blob): Promise<Edges> {
  const read = async (part: Blob) => new Uint8Array(await part.arrayBuffer());
  const [first, last] = await Promise.all([
    read(file.slice(0, edgeBytes)),
    read(file.slice(Math.max(0, file.size - edgeBytes))),
  ]);
  return { first, last };
}

/** Whether the edges are those of before: of a file that is shorter by now the last one is missing. */
export async function compareEdges(file: Blob, { first, last }: Edges): Promise<DiskState> {
  try {
    const now = await readEdges(file);
    return isEqual(first, now.first) && isEqual(last, now.last) ? 'as-chosen' : 'changed';
  } catch {
    return 'unreadable';
  }
}

/** Reads all of it; the edges, taken when it was chosen, are looked at again at the end. */
export async function takeFingerprint(file: Blob, edges: Edges, hash: RunningHash): Promise<Fingerprint> {
  const blocks: string[] = [];
  const hashes = new BlockHashes(hash, (digest) => blocks.push(digest));
  try {
    for await (const block of blocksOf(file)) hashes.take(block);
  } catch (error) {
    return { kind: error instanceof ShortRead ? 'changed' : 'unreadable' };
  }
  hashes.end();
  const state = await compareEdges(file, edges);
  return state === 'as-chosen' ? { kind: 'taken', blocks } : { kind: state };
}

/** Blocks that are looked at before sending: a moment's work. */
const sampledBlocks = 64;

/** Looks at blocks spread over the file, at all of them where they are few. */
export async function compareBlocks(
  file: Blob,
  blocks: readonly string[],
  hash: RunningHash,
): Promise<DiskState> {
  const step = Math.max(1, blocks.length / sampledBlocks);
  try {
    for (let at = 0; at < blocks.length; at += step) {
      const index = Math.floor(at);
      const start = index * blockBytes;
      hash.reset();
      hash.update(new Uint8Array(await file.slice(start, start + blockBytes).arrayBuffer()));
      if (hash.digest() !== blocks[index]) return 'changed';
    }
    return 'as-chosen';
  } catch {
    return 'unreadable';
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return compareBytes(one, other).kind === 'equal';
}
