/** The custom headers as rows, one a line (HDR-2 to HDR-4). */
import { readsAs } from '../../core/account/edit-account.ts';
import { isHeaderName, lineBreak } from '../../core/request/custom-headers.ts';
import { splitSlice, trimSlice, trimStart } from '../../core/template/split-template.ts';
import { parseTemplate } from '../../core/template/template-tokens.ts';
import type { FormRow, RowField, RowGrammar, RowWritings } from './form-rows.ts';

/** `isKnown` as for `parseTemplate`. */
export function headerGrammar(isKnown: (name: string) => boolean): RowGrammar {
  return {
    rows: (text) => headerRows(text, isKnown),
    writings,
    separator: (lead) => (lead.includes('\n') ? lead : '\n'),
  };
}

function headerRows(text: string, isKnown: (name: string) => boolean): readonly FormRow[] {
  const whole = { tokens: parseTemplate(text, isKnown), start: 0, end: text.length, separator: '' };
  return splitSlice(text, whole, lineBreak)
    .map((line) => trimSlice(text, line))
    .filter((line) => line.tokens.length > 0)
    .map((line): FormRow => {
      const place = { start: line.start, end: line.end };
      const [name, value] = splitSlice(text, line, /:/g, 1);
      const isHeader =
        name.tokens.every(({ kind }) => kind === 'literal') && isHeaderName(text.slice(name.start, name.end));
      if (value === undefined || !isHeader) return { kind: 'raw', ...place, name: place, value: null };
      const { start, end } = trimStart(text, value);
      return {
        kind: 'pair',
        ...place,
        name: { start: name.start, end: name.end },
        value: { start, end },
      };
    });
}

/** Nothing can be escaped in a header: what does not fit is refused. */
function writings(text: string, row: FormRow, field: RowField, typed: string): RowWritings {
  const content = readsAs(typed);
  if (/[\r\n]/.test(content)) return refused('A header is one line: take the line break out.');
  const otherwise = lineBreakTyped(content)
    ? 'A typed \\n counts as a line break here: what follows it would be another header (HDR-3).'
    : 'This would join with the text of another header. Change it in the XML.';
  switch (field) {
    case 'raw':
      if (content === '') return refused('An empty line is not a header: remove it instead.');
      return { kind: 'writings', writings: [{ row: content, field: content }], otherwise };
    case 'name':
      if (content === '') return refused('A header needs a name; until it has one the old name stays.');
      if (!isHeaderName(content))
        return refused(`"${content}" is not a valid header name: use letters, digits and hyphens.`);
      return {
        kind: 'writings',
        writings: [{ row: content + text.slice(row.name.end, row.end), field: content }],
        otherwise,
      };
    case 'value': {
      const head = text.slice(row.start, row.value?.start ?? row.end);
      const space = head.endsWith(':') && row.value?.start === row.value?.end && content !== '' ? ' ' : '';
      return {
        kind: 'writings',
        writings: [{ row: readsAs(head + space + content), field: content }],
        otherwise,
      };
    }
  }
}

function lineBreakTyped(text: string): boolean {
  return /\\n/.test(text);
}

function refused(reason: string): RowWritings {
  return { kind: 'refused', reason };
}
