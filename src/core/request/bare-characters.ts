/**
 * URL-4: characters that RFC 3986 has in no path or query and the URL parser leaves bare, and a `%` without
 * two hex digits. They are looked for in the target as it is sent, and reported where they were written.
 */
import { type Piece, textOf } from '../source/provenance.ts';
import type { TargetPiece } from './dot-segments.ts';

export interface BareCharacter {
  readonly character: string;
  /** In the expanded URL. */
  readonly at: number;
  readonly piece: Piece;
}

const bare = /[[\]{}|^`]|%(?![0-9A-Fa-f]{2})/g;

/** In the order of the target. */
export function findBareCharacters(pieces: readonly TargetPiece[]): readonly BareCharacter[] {
  const found: BareCharacter[] = [];
  let index = 0;
  let start = 0;
  for (const match of textOf(pieces).matchAll(bare)) {
    let piece = pieces[index];
    while (piece && start + piece.text.length <= match.index) {
      start += piece.text.length;
      index += 1;
      piece = pieces[index];
    }
    if (piece) found.push({ character: match[0], at: piece.at + match.index - start, piece });
  }
  return found;
}
