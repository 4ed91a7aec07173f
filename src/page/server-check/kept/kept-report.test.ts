import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../server-check/report.ts';
import { anyReport } from '../../../test/generated-reports.ts';
import { reportForTest, resultForTest } from '../../../test/report-for-test.ts';
import { outcomeWords } from '../check-words.ts';
import { readReport, readSummary } from './kept-report.ts';

describe('a check that was kept', () => {
  it('is read as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(readReport(structuredClone(report))).toEqual(report);
      }),
    );
  });

  it('is read with every outcome that there is', () => {
    const outcomes = Object.keys(outcomeWords).filter((name): name is Outcome =>
      Object.hasOwn(outcomeWords, name),
    );
    const report = reportForTest({ results: outcomes.map((outcome) => resultForTest(outcome, outcome)) });
    expect(outcomes.length).toBeGreaterThan(4);
    expect(readReport(structuredClone(report))).toEqual(report);
  });

  it.each([
    ['of a later version', { ...reportForTest(), version: 2 }],
    ['with an outcome that this page does not know', { ...reportForTest(), results: [{ outcome: 'odd' }] }],
    ['that is none', 'text'],
  ])('%s is left alone', (_, report) => expect(readReport(report)).toBeNull());

  it('has a summary of a version, too', () => {
    const summary = { version: 1, method: 'POST', url: 'https://a.example/', totals: '1 passed' };
    expect(readSummary(summary)).toEqual(summary);
    expect(readSummary({ ...summary, version: 2 })).toBeNull();
  });
});
