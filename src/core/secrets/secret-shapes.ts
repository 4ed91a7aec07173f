/** Texts that look like keys, whatever their name. A guess, and said as one. */
import type { Range } from '../source/diagnostics.ts';
import { mostSecrets } from './secret.ts';

export interface ShapedSecret extends Range {
  readonly name: string;
  readonly why: string;
}

const candidate = /[A-Za-z0-9_\-+.~]{16,}={0,2}/g;
const webToken = /^eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?$/;
/** As payment, code hosting, chat and cloud services write them. */
const knownPrefix =
  /^(?:[spr]k_(?:live|test)_|gh[pousr]_|github_pat_|xox[abeprs]-|glpat-|AKIA[0-9A-Z]{12}|AIza[\w-]{20}|ya29\.|SG\.[\w-]{16})/;
const hexadecimal = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{32,}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** In order, `mostSecrets` of them. */
export function shapedSecrets(text: string): readonly ShapedSecret[] {
  const shaped: ShapedSecret[] = [];
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const shape = shapeOf(found);
    if (shape !== null && shaped.push({ ...shape, start: index, end: index + found.length }) === mostSecrets)
      break;
  }
  return shaped;
}

function shapeOf(found: string): Pick<ShapedSecret, 'name' | 'why'> | null {
  if (webToken.test(found)) return { name: 'token', why: 'This is a JSON Web Token.' };
  if (knownPrefix.test(found)) return { name: 'key', why: 'It begins as access keys do.' };
  if (hexadecimal.test(found) || isRandom(found))
    return { name: 'key', why: 'A long random text is often a key.' };
  return null;
}

/** Letters and digits that change more often than those of words do. */
function isRandom(found: string): boolean {
  const text = found.replace(/=+$/, '').slice(0, mostLooked);
  if (text.length < 24 || uuid.test(text)) return false;
  let digits = 0;
  let letters = 0;
  let changes = 0;
  let before = '';
  for (const character of text) {
    const kind = kindOf(character);
    if (kind === 'digit') digits += 1;
    else if (kind !== 'other') letters += 1;
    if (kind !== before) changes += 1;
    before = kind;
  }
  return digits >= 3 && letters >= 3 && changes >= text.length * 0.4;
}

const mostLooked = 200;

function kindOf(character: string): string {
  if (/[0-9]/.test(character)) return 'digit';
  if (/[a-z]/.test(character)) return 'lower';
  return /[A-Z]/.test(character) ? 'upper' : 'other';
}
