/** What it is within the one difference that matters: the characters of a text, the limit of a size. */
import { asUtf8, latin1, latin1Bytes } from '../capture/byte-text.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import type { Within } from './differences.ts';
import type { Draft } from './draft.ts';
import { minimize, type Tried } from './minimize.ts';

export type Found =
  | { readonly kind: 'characters'; readonly characters: string; readonly text: string }
  /** `passes` and `fails` are the closest sizes of media that were tried, in bytes. */
  | { readonly kind: 'limit'; readonly passes: number; readonly fails: number; readonly text: string };

type Test = (apply: (draft: Draft) => Draft) => Promise<Tried>;

/** Null where nothing more was learned. */
export function lookInto(within: Within, test: Test): Promise<Found | null> {
  switch (within.kind) {
    case 'text':
      return charactersThatMatter(within, test);
    case 'size':
      return limitBetween(within, test);
  }
}

/** Characters that a search looks at: it would not come to an end in any budget with more. */
const mostCharacters = 2000;

async function charactersThatMatter(
  { from, to, apply }: Extract<Within, { kind: 'text' }>,
  test: Test,
): Promise<Found | null> {
  const one = charactersOf(from);
  const other = charactersOf(to);
  if (one === null || other === null || other.length > mostCharacters) return null;
  const start = sharedStart(one, other);
  const end = sharedStart(one.slice(start).reverse(), other.slice(start).reverse());
  const before = other.slice(0, start);
  const after = other.slice(other.length - end);
  const middle = other.slice(start, other.length - end).map((character, at) => ({ character, at }));
  if (middle.length === 0) return null;
  const tryWith = (some: readonly { readonly character: string }[]) =>
    test(apply([...before, ...some.map(({ character }) => character), ...after].map(bytesOf).join('')));
  // Without any of them it must pass, or what matters is what was there in their place.
  if ((await tryWith([])) !== 'passes') return null;
  const { items, isProven } = await minimize(middle, tryWith);
  if (!isProven && items.length === middle.length) return null;
  const characters = items.map(({ character }) => character).join('');
  const names = items.length === 1 ? nameOf(characters) : `“${characters}”`;
  return { kind: 'characters', characters, text: `${isProven ? 'In it' : 'In it at most'} ${names}.` };
}

/** Null where it is no UTF-8. */
function charactersOf(text: string): readonly string[] | null {
  const decoded = asUtf8(latin1Bytes(text));
  return decoded === null ? null : Array.from(decoded);
}

const bytesOf = (character: string) => latin1(utf8(character));

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{C}\p{Z}]/u.test(character) ? `the character U+${code}` : `“${character}” (U+${code})`;
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

/** Near enough to name a limit. Bytes. */
const nearEnough = 1024;

async function limitBetween(
  { from, to, apply }: Extract<Within, { kind: 'size' }>,
  test: Test,
): Promise<Found | null> {
  let passes = from;
  let fails = to;
  while (Math.abs(fails - passes) > nearEnough) {
    const middle = Math.round((passes + fails) / 2);
    const tried = await test(apply(middle));
    if (tried === 'stopped') break;
    if (tried === 'passes') passes = middle;
    else fails = middle;
  }
  if (passes === from && fails === to) return null;
  const text = `Media of ${passes} bytes pass, of ${fails} bytes fail.`;
  return { kind: 'limit', passes, fails, text };
}
