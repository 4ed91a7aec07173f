/** A text with something else in the place of its secrets, and every other byte as it was. */
import type { Range } from '../source/diagnostics.ts';
import type { Secret } from './secret.ts';

/**
 * `secrets` as they were found in `text`, in order. By default a secret's blank takes its place, numbered
 * where another of that name has another value.
 */
export function blankSecrets(
  text: string,
  secrets: readonly Secret[],
  standIn: (secret: Secret) => string = numberedBlanks(text),
): string {
  const pieces: string[] = [];
  let at = 0;
  for (const secret of secrets) {
    pieces.push(text.slice(at, secret.range.start), blanked(text, secret.range, standIn(secret)));
    at = secret.range.end;
  }
  return pieces.join('') + text.slice(at);
}

/** The marks of CDATA sections stay. */
function blanked(text: string, { start, end }: Range, blank: string): string {
  const pieces = text.slice(start, end).split(/(<!\[CDATA\[|\]\]>)/);
  const first = Math.max(
    0,
    pieces.findIndex((piece, index) => index % 2 === 0 && piece.trim() !== ''),
  );
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : index === first ? blank : '')).join('');
}

/** PASSWORD, and PASSWORD_2 for another value; one value has one name. */
export function numberedBlanks(text: string): (secret: Secret) => string {
  const numbers = new Map<string, Map<string, number>>();
  return ({ blank, range }) => {
    const value = text.slice(range.start, range.end);
    const known = numbers.get(blank) ?? new Map<string, number>();
    numbers.set(blank, known);
    const number = known.get(value) ?? known.size + 1;
    known.set(value, number);
    return number === 1 ? blank : `${blank}_${number}`;
  };
}
