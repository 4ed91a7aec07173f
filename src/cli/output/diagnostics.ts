/** Diagnostics as lines for people and `grep`. */
import { positionLookup } from '../../core/source/diagnostics.ts';
import type { Finding } from '../../language/findings/findings.ts';

/** `file:line:column severity RULE message`; what is about no place stands at 1:1. */
export function diagnosticLines(
  diagnostics: readonly Finding[],
  xml: string,
  file: string,
): readonly string[] {
  const position = positionLookup(xml);
  return diagnostics.map(({ rule, severity, message, range }) => {
    const { line, column } = range ? position(range.start) : { line: 1, column: 1 };
    return `${file}:${line}:${column} ${severity} ${rule} ${message}`;
  });
}

export const hasErrors = (diagnostics: readonly Finding[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
