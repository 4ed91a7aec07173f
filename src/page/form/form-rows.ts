/**
 * A template of parts or headers as the rows of a form, and what editing a row makes of its text.
 * A row is a place in the text; whatever stands around it stays to the byte (ACC-6). Every edit is
 * read back before it counts: an edit that would disturb another row is refused.
 */
import type { Range } from '../../core/source/diagnostics.ts';

/** From `start` to `end` without white space around it, in UTF-16 units of the template's text. */
export interface FormRow extends Range {
  /** A `raw` row is not a name with a value: it is edited as a whole. */
  readonly kind: 'pair' | 'raw';
  /** Of a raw row all of it. */
  readonly name: Range;
  /** Null where none is written, as in a part without `=`. */
  readonly value: Range | null;
}

export type RowField = 'name' | 'value' | 'raw';

/** A way to write what was typed. */
export interface Writing {
  /** The whole row. */
  readonly row: string;
  /** What its field then reads; differs from what was typed where that had to be escaped. */
  readonly field: string;
}

export type RowWritings =
  | { readonly kind: 'writings'; readonly writings: readonly Writing[]; readonly otherwise: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** How rows are recognised and written. */
export interface RowGrammar {
  readonly rows: (text: string) => readonly FormRow[];
  /** The ways to write `typed` into a row, the one closest to what was typed first. */
  readonly writings: (text: string, row: FormRow, field: RowField, typed: string) => RowWritings;
  /** Between two rows where no others show how; `lead` is the white space before the first row. */
  readonly separator: (lead: string) => string;
}

export type RowEdit =
  /** `text` is the new template, `field` what the edited field reads now. */
  | { readonly kind: 'text'; readonly text: string; readonly field: string }
  /** Nothing is changed; `reason` is for people. */
  | { readonly kind: 'refused'; readonly reason: string };

const noRow: RowEdit = { kind: 'refused', reason: 'This row no longer exists.' };
const disturbs: RowEdit = {
  kind: 'refused',
  reason: 'This would join with the text of another row. Change it in the XML.',
};

export function setField(
  grammar: RowGrammar,
  text: string,
  at: number,
  field: RowField,
  typed: string,
): RowEdit {
  const rows = grammar.rows(text);
  const row = rows[at];
  if (row === undefined) return noRow;
  const found = grammar.writings(text, row, field, typed);
  if (found.kind === 'refused') return found;
  const wanted = rows.map((one) => text.slice(one.start, one.end));
  for (const writing of found.writings) {
    const next = text.slice(0, row.start) + writing.row + text.slice(row.end);
    wanted[at] = writing.row;
    const after = grammar.rows(next);
    if (hasRows(next, after, wanted) && isField(next, after[at], field, writing.field))
      return { kind: 'text', text: next, field: writing.field };
  }
  return { kind: 'refused', reason: found.otherwise };
}

/** Inserts `content`, a whole row, before the row at `at`, or after the last one. */
export function insertRow(
  grammar: RowGrammar,
  text: string,
  at: number,
  content: string,
  lead: string,
): RowEdit {
  const rows = grammar.rows(text);
  const wanted = rows.map((one) => text.slice(one.start, one.end)).toSpliced(at, 0, content);
  const before = rows[at - 1];
  const after = rows[at];
  const separator = separatorAt(text, rows, at) ?? grammar.separator(lead);
  const edited = before
    ? text.slice(0, before.end) + separator + content + text.slice(before.end)
    : after
      ? text.slice(0, after.start) + content + separator + text.slice(after.start)
      : text + content;
  return checked(grammar, edited, wanted, content);
}

/** With the separator after it; the last row with the one before it. */
export function removeRow(grammar: RowGrammar, text: string, at: number): RowEdit {
  const rows = grammar.rows(text);
  const [before, row, after] = [rows[at - 1], rows[at], rows[at + 1]];
  if (row === undefined) return noRow;
  const wanted = rows.map((one) => text.slice(one.start, one.end)).toSpliced(at, 1);
  const start = after || !before ? row.start : before.end;
  const end = after ? after.start : row.end;
  return checked(grammar, text.slice(0, start) + text.slice(end), wanted, '');
}

/** Rows change places; the separators between the places stay. */
export function moveRow(grammar: RowGrammar, text: string, from: number, to: number): RowEdit {
  const rows = grammar.rows(text);
  const before = rows.map((one) => text.slice(one.start, one.end));
  const moved = before[from];
  if (moved === undefined || rows[to] === undefined) return noRow;
  const wanted = before.toSpliced(from, 1).toSpliced(to, 0, moved);
  let edited = '';
  let end = 0;
  for (const [place, row] of rows.entries()) {
    edited += text.slice(end, row.start) + (wanted[place] ?? '');
    end = row.end;
  }
  return checked(grammar, edited + text.slice(end), wanted, moved);
}

function checked(grammar: RowGrammar, text: string, wanted: readonly string[], field: string): RowEdit {
  return hasRows(text, grammar.rows(text), wanted) ? { kind: 'text', text, field } : disturbs;
}

function hasRows(text: string, rows: readonly FormRow[], wanted: readonly string[]): boolean {
  return (
    rows.length === wanted.length &&
    rows.every((row, index) => text.slice(row.start, row.end) === wanted[index])
  );
}

/** Whether the field reads as it was written; a raw row may well have become a pair. */
function isField(text: string, row: FormRow | undefined, field: RowField, wanted: string): boolean {
  if (row === undefined || field === 'raw') return row !== undefined;
  const range = field === 'name' ? row.name : row.value;
  return row.kind === 'pair' && (range ? text.slice(range.start, range.end) : '') === wanted;
}

/** What stands between the neighbours of a new row, or between the two nearest rows. */
function separatorAt(text: string, rows: readonly FormRow[], at: number): string | undefined {
  for (const place of [at, at - 1, at + 1]) {
    const [before, after] = [rows[place - 1], rows[place]];
    if (before && after) return text.slice(before.end, after.start);
  }
  return undefined;
}
