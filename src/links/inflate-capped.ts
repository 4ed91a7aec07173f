/** Inflating what a stranger deflated: a few bytes can stand for a gigabyte. */
import { Inflate } from 'fflate';

/** A piece of this size gives half a megabyte at the most: what is over the cap is never there. */
const pieceSize = 512;

/** Null where it is none, or over the cap. */
export function inflateCapped(
  deflated: Uint8Array,
  dictionary: Uint8Array,
  cap: number,
): { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly tooLarge: boolean } {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate({ dictionary }, (piece) => {
    length += piece.length;
    if (length <= cap) pieces.push(piece);
  });
  try {
    for (let at = 0; at < deflated.length && length <= cap; at += pieceSize)
      inflate.push(deflated.subarray(at, at + pieceSize), at + pieceSize >= deflated.length);
  } catch {
    return { ok: false, tooLarge: length > cap };
  }
  if (length > cap) return { ok: false, tooLarge: true };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { ok: true, bytes };
}
