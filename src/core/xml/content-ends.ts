import type { PairedTags } from './pair-tags.ts';
import { TokenKind, type TokenList } from './token-list.ts';

/**
 * For each start tag the index of the token before which its element's content ends. An element
 * without its end tag ends at the next start tag (ACC-5), but for those that hold elements: the
 * root, and an account among several, go on until what holds them ends.
 */
export function contentEnds(tokens: TokenList, { partner, anyUnclosed }: PairedTags): Int32Array {
  if (!anyUnclosed) return partner;
  const ends = Int32Array.from(partner);
  const open: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    switch (tokens.kind(index)) {
      case TokenKind.end: {
        const start = partner[index] ?? -1;
        if (start < 0) break;
        for (let last = open.pop(); last !== undefined && last !== start; last = open.pop())
          ends[last] = index;
        break;
      }
      case TokenKind.empty:
        while (endsBefore(tokens, partner, open, index)) ends[open.pop() ?? -1] = index;
        break;
      case TokenKind.start:
      case TokenKind.broken:
        if (!isElement(tokens, partner, index)) break;
        while (endsBefore(tokens, partner, open, index)) ends[open.pop() ?? -1] = index;
        open.push(index);
        break;
    }
  }
  for (const start of open) ends[start] = tokens.length;
  return ends;
}

/** A start tag that is still being typed is no element yet. */
export function isElement(tokens: TokenList, partner: Int32Array, start: number): boolean {
  return tokens.kind(start) !== TokenKind.broken || (partner[start] ?? -1) >= 0;
}

function endsBefore(tokens: TokenList, partner: Int32Array, open: readonly number[], next: number): boolean {
  const last = open.at(-1);
  if (last === undefined || (partner[last] ?? -1) >= 0 || open.length === 1) return false;
  const isAccountOfSeveral =
    open.length === 2 && tokens.name(last) === 'account' && tokens.name(open[0] ?? -1) === 'accounts';
  return !isAccountOfSeveral || tokens.name(next) === 'account';
}
