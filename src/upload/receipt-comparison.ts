/**
 * What left through the socket against what the preview showed. The body is hashed as it passes and
 * never held: a difference in the middle is found by the receipt's running hashes to the block, one near
 * the beginning or the end to the byte.
 */
import { bytesOfBase64 } from './base64.ts';
import { type ProtocolEvent, receiptBlock } from './protocol.ts';
import type { RunningHash } from './running-hash.ts';

export type Receipt = Extract<ProtocolEvent, { type: 'receipt' }>;

export type Comparison =
  /** The first `bytes` of the `of` bytes of the preview went out, as they were shown. */
  | { readonly kind: 'equal'; readonly bytes: number; readonly of: number }
  | { readonly kind: 'different'; readonly difference: Difference };

/** Both sides around a byte that differs, or that only one side has. */
export interface Extracts {
  /** Its offset. */
  readonly at: number;
  /** Offset of the first byte of the two. */
  readonly from: number;
  readonly planned: Uint8Array;
  readonly written: Uint8Array;
}

export type Difference =
  /** The first byte that differs. */
  | ({ readonly place: 'exact' } & Extracts)
  /** It is one of these; `to` is exclusive. `seen` is one that differs, where the receipt shows one. */
  | { readonly place: 'within'; readonly from: number; readonly to: number; readonly seen: Extracts | null };

/** The running hash of the receipt (`running-hash.ts`). */
export type StreamHash = Pick<RunningHash, 'update' | 'digest'>;

/** Bytes of an extract: before the difference, and from it on. */
const before = 16;
const after = 32;

/** Exact: both sides are there as a whole. */
export function compareBytes(planned: Uint8Array, written: Uint8Array): Comparison {
  const at = firstDifference(planned, written);
  if (at === null) return { kind: 'equal', bytes: written.length, of: planned.length };
  return { kind: 'different', difference: exact(extract(at, planned, written, 0)) };
}

/**
 * `planned` gives the body of the preview, at least as much of it as went out, in pieces of any size;
 * `planLength` is its length in bytes. `onProgress` hears of the bytes compared. Null where the receipt
 * has no hashes.
 */
export async function compareBody(
  receipt: Receipt,
  planned: AsyncIterable<Uint8Array>,
  planLength: number,
  hash: StreamHash,
  onProgress: (bytes: number) => void = () => {},
): Promise<Comparison | null> {
  const { bodyBytes: sent, hashes } = receipt;
  if (hashes === null) return null;
  const first = new Edge(bytesOfBase64(receipt.first), 0);
  const lastBytes = bytesOfBase64(receipt.last);
  const last = new Edge(lastBytes, sent - lastBytes.length);
  /** All before `equalTo` is known to be equal; that something before `differsBefore` is not. */
  let equalTo = 0;
  let differsBefore: number | null = null;
  let at = 0;

  for await (const piece of planned) {
    for (let from = 0; from < piece.length && at < sent; ) {
      const blockEnd = (Math.floor(at / receiptBlock) + 1) * receiptBlock;
      const part = piece.subarray(from, from + Math.min(blockEnd, sent) - at);
      hash.update(part);
      first.take(part, at);
      last.take(part, at);
      from += part.length;
      at += part.length;
      if (first.differsAt !== null && at >= first.end) {
        return { kind: 'different', difference: exact(first.around(first.differsAt)) };
      }
      if (at < blockEnd && at < sent) continue;
      onProgress(at);
      if (differsBefore !== null) continue;
      if (hashes[Math.ceil(at / receiptBlock) - 1] === hash.digest()) equalTo = at;
      else differsBefore = at;
      // Else the last edge may show the place itself.
      if (differsBefore !== null && differsBefore <= last.start) break;
    }
    if (at >= sent || (differsBefore !== null && differsBefore <= last.start)) break;
  }
  if (at < sent) {
    for (const edge of [first, last]) edge.endAt(at);
    differsBefore ??= at + 1;
  }
  if (last.differsAt !== null) differsBefore ??= sent;
  if (differsBefore === null) return { kind: 'equal', bytes: sent, of: planLength };
  return { kind: 'different', difference: locate(equalTo, differsBefore, first, last) };
}

/** The first byte that differs is at `from` or after, and before `to`. */
function locate(from: number, to: number, first: Edge, last: Edge): Difference {
  if (first.differsAt !== null) return exact(first.around(first.differsAt));
  const unseen = Math.max(from, first.end);
  if (last.differsAt === null || last.differsAt >= to) {
    const end = Math.min(to, Math.max(last.start, unseen + 1));
    return { place: 'within', from: unseen, to: end, seen: null };
  }
  const seen = last.around(last.differsAt);
  // Between the edges only hashes were compared: there may be one before it.
  if (last.start <= unseen) return exact(seen);
  return { place: 'within', from: unseen, to: seen.at + 1, seen };
}

function exact(extracts: Extracts): Difference {
  return { place: 'exact', ...extracts };
}

/** A segment of the body that the receipt holds word for word, and the preview's bytes of it. */
class Edge {
  readonly start: number;
  readonly end: number;
  /** Offset of the first byte that differs, of those taken so far. */
  differsAt: number | null = null;
  private readonly written: Uint8Array;
  private readonly planned: Uint8Array;
  private taken = 0;

  constructor(written: Uint8Array, start: number) {
    this.written = written;
    this.start = start;
    this.end = start + written.length;
    this.planned = new Uint8Array(written.length);
  }

  /** The preview has no byte at `offset`, and the socket has. */
  endAt(offset: number): void {
    if (offset >= this.start && offset < this.end) this.differsAt ??= offset;
  }

  /** Takes what of `bytes`, which begin at offset `at` of the body, belongs here. */
  take(bytes: Uint8Array, at: number): void {
    const from = Math.max(this.start, at);
    const to = Math.min(this.end, at + bytes.length);
    if (from >= to) return;
    const own = bytes.subarray(from - at, to - at);
    this.planned.set(own, from - this.start);
    this.taken = to - this.start;
    if (this.differsAt !== null) return;
    const found = firstDifference(own, this.written.subarray(from - this.start, to - this.start));
    if (found !== null) this.differsAt = from + found;
  }

  /** Both sides around `at`, an offset of the body. */
  around(at: number): Extracts {
    return extract(at, this.planned.subarray(0, this.taken), this.written, this.start);
  }
}

/** `planned` and `written` begin at offset `start`. */
function extract(at: number, planned: Uint8Array, written: Uint8Array, start: number): Extracts {
  const from = Math.max(start, at - before);
  const cut = (bytes: Uint8Array) => bytes.slice(from - start, Math.max(0, at - start + after));
  return { at, from, planned: cut(planned), written: cut(written) };
}

/** Null where they are the same; the end of the shorter one where it is the beginning of the other. */
function firstDifference(one: Uint8Array, other: Uint8Array): number | null {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) if (one[at] !== other[at]) return at;
  return one.length === other.length ? null : shorter;
}
