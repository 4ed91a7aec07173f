/** References in text: the five predefined entities and character references (ACC-7). */
import { isXmlCodePoint, namePattern } from './characters.ts';

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const reference = new RegExp(`&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(${namePattern}));`, 'uy');

export type Reference =
  | { readonly kind: 'text'; readonly length: number; readonly text: string }
  /** A well-formed reference to an entity that is not predefined. */
  | { readonly kind: 'entity'; readonly length: number; readonly name: string }
  /** A character reference to what XML does not allow, such as `&#0;`. */
  | { readonly kind: 'forbidden'; readonly length: number }
  /** A `&` that starts no reference. */
  | { readonly kind: 'raw' };

const ampersand: Reference = { kind: 'text', length: 5, text: '&' };

/** Reads the reference that starts at the `&` at `offset`. */
export function readReference(text: string, offset: number): Reference {
  // By far the most frequent one, without the regular expression.
  if (text.startsWith('&amp;', offset)) return ampersand;
  reference.lastIndex = offset;
  const match = reference.exec(text);
  if (!match) return { kind: 'raw' };
  const length = match[0].length;
  const [, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const known = Object.hasOwn(predefined, name) ? predefined[name] : undefined;
    return known === undefined ? { kind: 'entity', length, name } : { kind: 'text', length, text: known };
  }
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  if (!isXmlCodePoint(code)) return { kind: 'forbidden', length };
  return { kind: 'text', length, text: String.fromCodePoint(code) };
}
