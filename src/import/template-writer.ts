/** Writes templates: text that stays what it is (TPL-3, TPL-4, MP-2, HDR-3), and parameters. */
import { textOf } from '../capture/byte-text.ts';
import { invisibleCharacters } from '../core/account/invisible-names.ts';
import {
  accountNodeOf,
  isCatalogueParameter,
  mediaContent,
  recipientAlias,
} from '../core/template/parameter-catalogue.ts';
import { parseTemplate, type TemplateToken } from '../core/template/template-tokens.ts';
import { forbiddenCharacters } from '../core/xml/characters.ts';
import type { HelperNodes } from './helper-nodes.ts';

/** A piece of a template: text to the letter, or a parameter by its name. */
export type TemplatePiece = { readonly text: string } | { readonly parameter: string };

/** For the URL and the headers, where literal text is sent as it stands. */
export function writePlain(pieces: readonly TemplatePiece[], helpers: HelperNodes): string {
  let template = '';
  const meant = new Set<number>();
  for (const piece of pieces) {
    if ('parameter' in piece) {
      meant.add(template.length);
      template += `%${piece.parameter}%`;
    } else template += piece.text;
  }
  return withoutAccidents(template, meant, helpers);
}

const isKnown = (name: string) =>
  isCatalogueParameter(name) ||
  name === recipientAlias ||
  name === mediaContent ||
  accountNodeOf(name) !== undefined;

/** More are left: the proof shows them. */
const mostAccidents = 500;

/**
 * Whatever reads as a parameter or a call and is not meant as one: what stands behind its `%` comes from a node.
 * From the left, because what is read there decides what is read on the right of it.
 */
function withoutAccidents(template: string, meant: ReadonlySet<number>, helpers: HelperNodes): string {
  const done: string[] = [];
  let rest = template;
  let cut = 0;
  let places = new Set(meant);
  for (let count = 0; ; count++) {
    const accident = firstAccident(parseTemplate(rest, isKnown), places);
    if (accident === null || count >= mostAccidents) return done.join('') + rest;
    const name = /^[A-Za-z0-9_]*/.exec(rest.slice(accident + 1))?.[0] ?? '';
    done.push(`${rest.slice(0, accident + 1)}${helpers.parameterFor(name)}`);
    const skipped = accident + 1 + name.length;
    rest = rest.slice(skipped);
    cut += skipped;
    places = new Set([...meant].flatMap((at) => (at >= cut ? [at - cut] : [])));
  }
}

function firstAccident(tokens: readonly TemplateToken[], places: ReadonlySet<number>): number | null {
  const found = tokens.find(({ kind, start }) => kind !== 'literal' && !places.has(start));
  return found?.start ?? null;
}

/** HDR-3: a typed `\n` ends the line; what XML can't hold is left out, and the proof shows it. */
export function headerPieces(value: string, helpers: HelperNodes): readonly TemplatePiece[] {
  const node = (text: string): TemplatePiece => ({ parameter: helpers.parameterFor(text).slice(1, -1) });
  const pieces = holdable(value)
    .split(/(?<=\\)n/)
    .flatMap((text, index): readonly TemplatePiece[] => (index === 0 ? [{ text }] : [node('n'), { text }]));
  // White space beside the value is dropped, that of a value is not (HDR-2): an empty one stands before it.
  const start = /^[ \t]/.test(value) ? [node('')] : [];
  const end = /[ \t]$/.test(value) ? [node('')] : [];
  return [...start, ...pieces, ...end];
}

/** Without the characters that XML has no way to write. */
export function holdable(text: string): string {
  return text.replaceAll(forbiddenCharacters, '');
}

/** A part's name or value, form-encoded only where it must be: any bytes can be written so. */
export function partLiteral(bytes: Uint8Array, isName: boolean): string {
  const pieces: string[] = [];
  /** After an escape that begins with a letter, `%FFzz%` would be read as a parameter (TPL-4). */
  let isOpen = false;
  const escapeByte = (byte: number) => {
    pieces.push(`%${byte.toString(16).toUpperCase().padStart(2, '0')}`);
    isOpen = byte >= 0x80;
  };
  const text = decodeWithEscapes(bytes);
  const hasSemicolon = /;\s*[^\s;=]+=/.test(textOf(bytes));
  for (const one of text) {
    if (typeof one === 'number') escapeByte(one);
    else if (one === ' ') {
      pieces.push('+');
      isOpen = false;
    } else if (mustEscape(one, isName, hasSemicolon) || (isOpen && /\w/.test(one)))
      for (const byte of new TextEncoder().encode(one)) escapeByte(byte);
    else {
      pieces.push(one);
      isOpen = false;
    }
  }
  return pieces.join('');
}

function mustEscape(character: string, isName: boolean, hasSemicolon: boolean): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x20 || code === 0x7f || character === '%' || character === '&' || character === '+')
    return true;
  if ((isName && character === '=') || (hasSemicolon && character === ';')) return true;
  return character.search(invisibleCharacters) >= 0 || character.search(forbiddenCharacters) >= 0;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Characters, and bytes that are part of none. */
function decodeWithEscapes(bytes: Uint8Array): Iterable<string | number> {
  try {
    return strict.decode(bytes);
  } catch {
    return characters(bytes);
  }
}

function* characters(bytes: Uint8Array): Generator<string | number> {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
    const character = length === 0 ? null : oneCharacter(bytes.subarray(at, at + length));
    yield character ?? first;
    at += character === null ? 1 : length;
  }
}

function oneCharacter(bytes: Uint8Array): string | null {
  try {
    const text = strict.decode(bytes);
    return Array.from(text).length === 1 ? text : null;
  } catch {
    return null;
  }
}
