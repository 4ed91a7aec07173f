/** Findings as JUnit: a suite a file, with one case that fails where the file has errors. */
import { junitEnd, junitStart, junitSuite } from '../junit/junit-xml.ts';
import { type CheckedFile, type FindingsWriter, unreadableRule } from './checked-file.ts';
import { findingLines } from './text.ts';

export const junitFindings = (): FindingsWriter => ({
  start: junitStart,
  file: (checked) => junitSuite({ name: checked.file, cases: [caseOf(checked)] }),
  end: () => junitEnd,
});

function caseOf(checked: CheckedFile) {
  const errors = checked.findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return {
    name: checked.file,
    classname: 'check',
    trouble: first
      ? {
          kind: first.rule === unreadableRule ? ('error' as const) : ('failure' as const),
          type: first.rule,
          message: `${first.message}${more}`,
          text: findingLines({ ...checked, findings: errors }),
        }
      : null,
    out: findingLines(checked),
  };
}
