/**
 * Edits put into the exact text of a document. An editor knows lines and columns and one kind of
 * line end; the document may have a BOM and several kinds. So the page keeps the document as it is
 * and applies to it what the editor says has changed: no other character moves (as in ACC-6).
 */
import { commonEnds } from '../../core/source/common-ends.ts';
import { positionLookup, type TextEdit } from '../../core/source/diagnostics.ts';
import { lineStarts } from '../../core/source/line-starts.ts';

export interface LineEdit {
  /** 1-based, columns in UTF-16 units, a BOM not counted, the end exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** Applies edits that do not overlap, all of them in positions of `text` as it is now. */
export function applyLineEdits(text: string, edits: readonly LineEdit[]): string {
  const starts = lineStarts(text);
  return applyTextEdits(
    text,
    edits.map((edit) => ({
      range: {
        start: offsetOf(starts, text, edit.line, edit.column),
        end: offsetOf(starts, text, edit.endLine, edit.endColumn),
      },
      text: edit.text,
    })),
  );
}

/** The same by offsets. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const byPlace = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let from = 0;
  for (const edit of byPlace) {
    result = joined(joined(result, text.slice(from, edit.range.start)), edit.text);
    from = edit.range.end;
  }
  return joined(result, text.slice(from));
}

/** A lone CR and an LF that come to stand together would become one line end: they stay two. */
function joined(before: string, after: string): string {
  return before.endsWith('\r') && after.startsWith('\n') ? `${before}\n${after}` : before + after;
}

/**
 * The one edit that turns `text` into what a text field now holds. A field knows only LF, so
 * `value` is compared by lines, and what was typed gets the line end that the document uses.
 */
export function editOfFieldValue(text: string, value: string): TextEdit | null {
  const before = fieldValueOf(text);
  if (before === value) return null;
  const { head, tail } = commonEnds(before, value);
  const positionOf = positionLookup(before);
  return {
    range: {
      start: offsetAt(text, positionOf(head)),
      end: offsetAt(text, positionOf(before.length - tail)),
    },
    text: value.slice(head, value.length - tail).replaceAll('\n', lineEndFor(text)),
  };
}

/** What a text field shows for a document: no BOM, LF only. */
export function fieldValueOf(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

/** The line end for a new line: the document's first, LF where it has none. */
export function lineEndFor(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
}

/** The offset in `text` of a line and column, both 1-based; beyond the text, its end. */
export function offsetAt(text: string, { line, column }: { line: number; column: number }): number {
  return offsetOf(lineStarts(text), text, line, column);
}

function offsetOf(starts: readonly number[], text: string, line: number, column: number): number {
  const start = starts[line - 1];
  if (start === undefined) return text.length;
  return Math.min(start + column - 1, text.length);
}
