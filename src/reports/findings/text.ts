/** Findings as lines for people and `grep`. */
import { positionLookup } from '../../core/source/diagnostics.ts';
import { escapeUnseen } from '../../core/source/escape-unseen.ts';
import type { CheckedFile, FindingsWriter } from './checked-file.ts';

/** `file:line:column severity RULE message`; what is about no place stands at 1:1. */
export function findingLines({ file, xml, findings }: CheckedFile): readonly string[] {
  const position = positionLookup(xml);
  return findings.map(({ rule, severity, message, range }) => {
    const { line, column } = range ? position(range.start) : { line: 1, column: 1 };
    return `${file}:${line}:${column} ${severity} ${rule} ${message}`;
  });
}

export const textFindings = (): FindingsWriter => ({
  start: '',
  file: (checked) =>
    findingLines(checked)
      .map((line) => `${escapeUnseen(line)}\n`)
      .join(''),
  end: () => '',
});
