import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '../../core/source/diagnostics.ts';
import { countSeverities, listProblems, nextProblem, worstFirst } from './problems.ts';

const xml = 'abc\ndef\nghi';
const problem = (severity: Severity, rule: string, start?: number): Diagnostic => ({
  rule,
  severity,
  message: rule,
  ...(start !== undefined && { range: { start, end: start + 1 } }),
});
const diagnostics = [
  problem('warning', 'media'),
  problem('warning', 'late', 9),
  problem('warning', 'early', 1),
  problem('error', 'worse', 1),
];

describe('problems', () => {
  const problems = listProblems(xml, diagnostics);
  const rules = (list: readonly { diagnostic: Diagnostic }[]) => list.map((p) => p.diagnostic.rule);

  it('stand in the order of the text, errors first, those without a place last', () => {
    expect(rules(problems)).toEqual(['worse', 'early', 'late', 'media']);
    expect(problems[2]).toMatchObject({ start: { line: 3, column: 2 } });
    expect(problems[3]?.start).toBeNull();
  });

  it('are read with the errors first', () => {
    const late = listProblems(xml, [
      problem('info', 'note', 0),
      problem('warning', 'w', 2),
      problem('error', 'e', 9),
    ]);
    expect(rules(worstFirst(late))).toEqual(['e', 'w', 'note']);
  });

  it('are counted by severity', () => {
    expect(countSeverities(diagnostics)).toEqual({ error: 1, warning: 3, info: 0 });
  });

  it('can be gone through in both directions, round the end', () => {
    expect(nextProblem(problems, 0, 'next')?.diagnostic.rule).toBe('worse');
    expect(nextProblem(problems, 1, 'next')?.diagnostic.rule).toBe('late');
    expect(nextProblem(problems, 9, 'next')?.diagnostic.rule).toBe('worse');
    expect(nextProblem(problems, 1, 'previous')?.diagnostic.rule).toBe('late');
    expect(nextProblem([], 0, 'next')).toBeNull();
  });
});
