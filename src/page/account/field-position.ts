/** Lines and columns of a plain text field, whose value has LF alone. */
import type { Position } from '../../core/source/diagnostics.ts';

export function fieldPosition(field: HTMLTextAreaElement): { start: Position; end: Position } {
  return {
    start: positionAt(field.value, field.selectionStart),
    end: positionAt(field.value, field.selectionEnd),
  };
}

export function selectInField(field: HTMLTextAreaElement, start: Position, end: Position): void {
  field.focus();
  field.setSelectionRange(offsetAt(field.value, start), offsetAt(field.value, end));
}

function positionAt(value: string, offset: number): Position {
  const before = value.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function offsetAt(value: string, { line, column }: Position): number {
  const lines = value.split('\n').slice(0, line - 1);
  return lines.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
}
