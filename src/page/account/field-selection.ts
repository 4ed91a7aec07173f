/** The selection of a plain text field, whose value has no BOM and LF alone, in offsets of the exact text. */
import { type Position, positionLookup, type Range } from '../../core/source/diagnostics.ts';
import { fieldValueOf, offsetAt } from '../monaco/line-edits.ts';

export function fieldSelection(field: HTMLTextAreaElement, text: string): Range {
  const exact = between(field.value, text);
  return { start: exact(field.selectionStart), end: exact(field.selectionEnd) };
}

export function selectInField(field: HTMLTextAreaElement, text: string, { start, end }: Range): void {
  const shown = between(text, fieldValueOf(text));
  field.focus();
  field.setSelectionRange(shown(start), shown(end));
}

/** Lines and columns are the same in both texts. */
function between(from: string, to: string): (offset: number) => number {
  const positionOf: (offset: number) => Position = positionLookup(from);
  return (offset) => offsetAt(to, positionOf(offset));
}
