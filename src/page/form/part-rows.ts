/** The multipart data as rows, one a part (MP-1). */
import { splitSlice, trimSlice } from '../../core/template/split-template.ts';
import { parseTemplate, type TemplateToken } from '../../core/template/template-tokens.ts';
import type { FormRow, RowField, RowGrammar, RowWritings } from './form-rows.ts';

/** `isKnown` as for `parseTemplate`. */
export function partGrammar(isKnown: (name: string) => boolean): RowGrammar {
  return {
    rows: (text) => partRows(text, isKnown),
    writings: (text, row, field, typed) => writings(text, row, field, typed, isKnown),
    separator: (lead) => `&${lead}`,
  };
}

function partRows(text: string, isKnown: (name: string) => boolean): readonly FormRow[] {
  const whole = { tokens: parseTemplate(text, isKnown), start: 0, end: text.length, separator: '' };
  return splitSlice(text, whole, /&/g)
    .map((piece) => trimSlice(text, piece))
    .filter((piece) => piece.tokens.length > 0)
    .map((piece): FormRow => {
      const [name, value] = splitSlice(text, piece, /=/g, 1);
      const { start, end } = piece;
      return {
        kind: 'pair',
        start,
        end,
        name: { start: name.start, end: name.end },
        value: value ? { start: value.start, end: value.end } : null,
      };
    });
}

function writings(
  text: string,
  row: FormRow,
  field: RowField,
  typed: string,
  isKnown: (name: string) => boolean,
): RowWritings {
  const old = {
    name: text.slice(row.name.start, row.name.end),
    value: row.value && text.slice(row.value.start, row.value.end),
  };
  const tokens = parseTemplate(typed, isKnown);
  const isValue = field === 'value';
  const written = [false, true].map((percents) => {
    const escaped = tokens.map((token) => writtenToken(typed, token, isValue, percents)).join('');
    if (isValue) {
      const value = withoutEndSpace(escaped);
      const isUnwritten = old.value === null && value === '';
      return { row: isUnwritten ? old.name : `${old.name}=${value}`, field: value };
    }
    const name = withoutStartSpace(old.value === null ? withoutEndSpace(escaped) : escaped);
    // An empty piece is not a part.
    const isNameAlone = old.value === null && name !== '';
    return { row: isNameAlone ? name : `${name}=${old.value ?? ''}`, field: name };
  });
  const otherwise = 'This would join with the text of another part. Change it in the XML.';
  return { kind: 'writings', writings: written, otherwise };
}

/**
 * What separates parts is escaped in literal text (MP-1, MP-2); in a call or parameter it separates
 * nothing (TPL-3). With `percents` also what would join with a call or parameter around it: `)` too, a `%` may
 * follow it.
 */
function writtenToken(typed: string, token: TemplateToken, isValue: boolean, percents: boolean): string {
  const text = typed.slice(token.start, token.end);
  if (token.kind !== 'literal') return text;
  const safe = percents ? text.replaceAll(/%(?![0-9A-Fa-f]{2})|[)[\]]/g, escaped) : text;
  return safe.replaceAll(isValue ? /[&\r\n]/g : /[&=\r\n]/g, escaped);
}

/** MP-1 takes white space around a part away: what was typed there is kept by an escape. */
function withoutStartSpace(text: string): string {
  return text.replace(/^[ \t]+/, (space) => Array.from(space, escaped).join(''));
}

function withoutEndSpace(text: string): string {
  return text.replace(/[ \t]+$/, (space) => Array.from(space, escaped).join(''));
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
