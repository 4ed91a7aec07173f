/** What is hidden on screen: a password that is sent. (Asterisks of TPL-6 are what is sent.) */
import type { Origin, Piece } from './provenance.ts';

export function isHiddenOnScreen(origin: Origin): boolean {
  return origin.kind === 'parameter' && origin.secret === true && origin.masked !== true;
}

/** Dots in its place: hidden on screen, sent all the same. */
export const dots = '••••••••';

/** What a text holds that is hidden, longest first: one may be a part of another. */
export function hiddenTexts(pieces: readonly Piece[]): readonly string[] {
  const texts = pieces.filter(({ origin }) => isHiddenOnScreen(origin)).map(({ text }) => text);
  return [...new Set(texts)].filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
}
