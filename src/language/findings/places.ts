/** Places as programs read them: lines and columns. */
import { positionLookup, type Range } from '../../core/source/diagnostics.ts';
import type { Finding } from './findings.ts';

/** Line and column 1-based, in UTF-16 units, a BOM not counted; the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeLookup(xml: string): (range: Range) => Place {
  const position = positionLookup(xml);
  return ({ start, end }) => {
    const [from, to] = [position(start), position(end)];
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

/** As `preview --format json` and `check --json` print it; no line where it is about no place. */
export function diagnosticsJson(diagnostics: readonly Finding[], xml: string) {
  const place = placeLookup(xml);
  return diagnostics.map(({ rule, severity, message, range, fix }) => ({
    rule,
    severity,
    message,
    ...(range && place(range)),
    fix: fix && {
      title: fix.title,
      edits: fix.edits.map((edit) => ({ ...place(edit.range), text: edit.text })),
    },
  }));
}
