/** Between offsets of the exact text and Monaco's lines and columns. */
import { positionLookup, type Range } from '../../core/source/diagnostics.ts';
import { offsetAt } from './line-edits.ts';
import { monaco } from './monaco.ts';

export function rangesOf(text: string): (range: Range) => monaco.Range {
  const positionOf = positionLookup(text);
  return ({ start, end }) => {
    const from = positionOf(start);
    const to = positionOf(end);
    return new monaco.Range(from.line, from.column, to.line, to.column);
  };
}

export function offsetOfPosition(text: string, { lineNumber, column }: monaco.IPosition): number {
  return offsetAt(text, { line: lineNumber, column });
}

export function offsetsOf(text: string, selection: monaco.Range): Range {
  return {
    start: offsetOfPosition(text, selection.getStartPosition()),
    end: offsetOfPosition(text, selection.getEndPosition()),
  };
}
