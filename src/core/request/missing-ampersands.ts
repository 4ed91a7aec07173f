/** MP-11: what looks like a part of its own inside a value, because the `&` before it was forgotten. */
import type { TextEdit } from '../source/diagnostics.ts';
import type { Expander } from '../template/expander.ts';
import type { TemplateSlice } from '../template/split-template.ts';
import type { Template } from '../template/template.ts';
import type { TemplateToken } from '../template/template-tokens.ts';
import { isInCdata } from './file-part-fix.ts';

/** Offsets in the template's text. */
export interface MissingAmpersand {
  /** Where the `&` belongs: the `;` in its place, or nothing in front of the name. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly name: string;
}

/**
 * A name as parts have them, not a sentence (`Dear x=1`), a URL or a Base64 line. At most 64 characters,
 * so that looking for one is linear.
 */
const partName = '([\\p{L}_][\\p{L}\\p{N}_.\\-[\\]]{0,63})([ \\t]*)=(?!=)([ \\t]?)';
const atLine = new RegExp(`([\\r\\n][ \\t]*)${partName}`, 'gu');
const atLineOrSemicolon = new RegExp(`(;[ \\t\\r\\n]*|[\\r\\n][ \\t]*)${partName}`, 'gu');

/** After a `;` these are parameters of a media type or a file, as in `text/html;charset=utf-8`. */
const mediaParameters = new Set(['charset', 'boundary', 'q', 'type', 'filename', 'codecs', 'profile']);

/** In a value; `isWholeTemplate` where the template has no `&` at all, so that a `;` may stand in its place. */
export function missingAmpersands(
  text: string,
  value: TemplateSlice,
  isWholeTemplate: boolean,
): readonly MissingAmpersand[] {
  const found = value.tokens.flatMap((token, index) => {
    if (token.kind !== 'literal') return [];
    return inLiteral(text, token, index < value.tokens.length - 1, isWholeTemplate);
  });
  const isAtSemicolon = ({ start, end }: MissingAmpersand) => end > start;
  // Where nothing but parameters of a media type follows semicolons, they are just that.
  const separated = found.filter(isAtSemicolon);
  if (!separated.every(({ name }) => mediaParameters.has(name.toLowerCase()))) return found;
  return found.filter((one) => !isAtSemicolon(one));
}

function inLiteral(
  text: string,
  token: TemplateToken,
  isFollowed: boolean,
  withSemicolons: boolean,
): readonly MissingAmpersand[] {
  const literal = text.slice(token.start, token.end);
  // A parameter after the literal is on the line after this.
  const lastBreak = isFollowed ? lastBreakIn(literal) : literal.length;
  return Array.from(literal.matchAll(withSemicolons ? atLineOrSemicolon : atLine)).flatMap((match) => {
    const [all, before = '', name = '', spaceBefore = '', spaceBehind = ''] = match;
    // `total = 5` is a line of prose, `to = %to%` is not.
    if (spaceBefore + spaceBehind !== '' && match.index + all.length < lastBreak) return [];
    const at = token.start + match.index;
    const nameStart = at + before.length;
    const [start, end] = before.startsWith(';') ? [at, at + 1] : [nameStart, nameStart];
    return [{ start, end, nameStart, nameEnd: nameStart + name.length, name }];
  });
}

function lastBreakIn(literal: string): number {
  return Math.max(...['\r', '\n', ';'].map((character) => literal.lastIndexOf(character)));
}

/** Puts each `&` in as its place needs it (bare in CDATA). */
export function ampersandEdits(
  expander: Expander,
  template: Template,
  missing: readonly MissingAmpersand[],
): readonly TextEdit[] {
  return missing.map((place) => {
    const range = expander.range(template, place);
    const and = isInCdata(expander, template, range.start) ? '&' : '&amp;';
    return { range, text: and };
  });
}
