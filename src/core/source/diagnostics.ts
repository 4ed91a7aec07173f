/** What the playground says about an Account XML or a request: data, with a text for people. */
import { lastAtOrBefore } from './last-at-or-before.ts';
import { lineStarts } from './line-starts.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Characters of the Account XML: offsets in UTF-16 units, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** A change that is certain to be what was meant. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface Diagnostic {
  /** Rule id of the contract, for example `TPL-7`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Absent where it is about no place in the Account XML (a media file, say). */
  readonly range?: Range;
  readonly fix?: Fix;
}

/** 1-based line and column in UTF-16 units; a BOM is not counted (interfaces.md). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A function from offset to position; the lines are found on the first call. */
export function positionLookup(text: string): (offset: number) => Position {
  return (offset) => {
    const starts = lineStarts(text);
    const line = lastAtOrBefore(starts.length, (index) => starts[index] ?? 0, offset);
    return { line: line + 1, column: Math.max(0, offset - (starts[line] ?? 0)) + 1 };
  };
}
