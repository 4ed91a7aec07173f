/** A fix in the editor's terms. */
import { type Fix, positionLookup } from '../../core/source/diagnostics.ts';
import type { LineEdit } from '../monaco/line-edits.ts';

export function lineEditsOf(fix: Pick<Fix, 'edits'>, xml: string): LineEdit[] {
  const positionOf = positionLookup(xml);
  return fix.edits.map(({ range, text }) => {
    const start = positionOf(range.start);
    const end = positionOf(range.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column, text };
  });
}
