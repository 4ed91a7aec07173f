/** A chunked body (RFC 9112, section 7.1), as far as it can be read. */
import { cr, latin1, lf } from './byte-text.ts';
import { joined } from './captured.ts';

export interface Dechunked {
  readonly body: Uint8Array;
  /** Bytes that the chunks, the last one and its trailers take. */
  readonly end: number;
  /** Why it stops before the last chunk; null where that is there. */
  readonly fault: string | null;
}

export function dechunk(bytes: Uint8Array): Dechunked {
  const pieces: Uint8Array[] = [];
  let at = 0;
  const stop = (fault: string | null): Dechunked => ({ body: joined(pieces), end: at, fault });
  for (;;) {
    const line = lineAt(bytes, at);
    if (line === null) return stop('The body ends before its last chunk.');
    const size = /^([0-9A-Fa-f]{1,8})[\t ]*(?:;|$)/.exec(line.text)?.[1];
    if (size === undefined) return stop('A chunk has no length that can be read.');
    const length = Number.parseInt(size, 16);
    if (length === 0) {
      at = line.next;
      for (let trailer = lineAt(bytes, at); trailer !== null; trailer = lineAt(bytes, at)) {
        at = trailer.next;
        if (trailer.text === '') break;
      }
      return stop(null);
    }
    const piece = bytes.subarray(line.next, line.next + length);
    pieces.push(piece);
    at = line.next + piece.length;
    if (piece.length < length) return stop('The body ends in the middle of a chunk.');
    if (bytes[at] === cr) at += 1;
    if (bytes[at] === lf) at += 1;
  }
}

function lineAt(bytes: Uint8Array, at: number): { text: string; next: number } | null {
  const end = bytes.indexOf(lf, at);
  if (end < 0 || end - at > 4096) return null;
  return { text: latin1(bytes.subarray(at, bytes[end - 1] === cr ? end - 1 : end)), next: end + 1 };
}
