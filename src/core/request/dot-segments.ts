/** `.` and `..` in a path, resolved as the URL parser does, with the pieces that remain (URL-2). */
import type { Piece } from '../source/provenance.ts';

/** A piece of the target, and where in the expanded URL it stands. */
export interface TargetPiece extends Piece {
  readonly at: number;
}

/** `report` gets each dot segment: its place in the expanded URL and its length. */
export function resolveDotSegments(
  path: readonly TargetPiece[],
  report: (at: number, length: number) => void,
): readonly TargetPiece[] {
  const kept: (readonly TargetPiece[])[] = [];
  const segments = segmentsOf(path);
  let resolved = false;
  segments.forEach((segment, index) => {
    const text = segment.map((piece) => piece.text).join('');
    const isLast = index === segments.length - 1;
    const dots = dotsOf(text);
    if (dots === 0) {
      kept.push(segment);
      return;
    }
    resolved = true;
    report(segment[0]?.at ?? 0, text.length - 1);
    const slash = segment[0];
    if (dots === 2) kept.pop();
    // `a/..` and `a/.` end in the slash that stood before the dots.
    if (isLast && slash) kept.push([{ ...slash, text: '/', at: slash.at - 1 }]);
  });
  if (!resolved) return path;
  return kept.flat();
}

/** Segments with the slash before them; the first piece's `at` is that after the slash. */
function segmentsOf(path: readonly TargetPiece[]): readonly (readonly TargetPiece[])[] {
  const segments: TargetPiece[][] = [];
  for (const piece of path) {
    if (piece.text === '') segments.at(-1)?.push(piece);
    for (const match of piece.text.matchAll(/\/?[^/]*/g)) {
      if (match[0] === '') continue;
      const part = { ...piece, text: match[0], at: piece.at + match.index };
      if (match[0].startsWith('/')) segments.push([{ ...part, at: part.at + 1 }]);
      else segments.at(-1)?.push(part);
    }
  }
  return segments;
}

/** How many dots a segment, its slash included, is made of; %2e counts as one. */
function dotsOf(segment: string): 0 | 1 | 2 {
  const match = /^\/((?:\.|%2e){1,2})$/i.exec(segment);
  if (!match) return 0;
  return match[1]?.replaceAll(/%2e/gi, '.').length === 2 ? 2 : 1;
}
