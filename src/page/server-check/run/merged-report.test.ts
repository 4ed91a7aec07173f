import { describe, expect, it } from 'vitest';
import { reportForTest, resultForTest } from '../../../test/report-for-test.ts';
import { withEarlier } from './merged-report.ts';

const names = (results: readonly { readonly name: string; readonly outcome: string }[]) =>
  results.map(({ name, outcome }) => `${name} ${outcome}`);

describe('a scenario that is run beside earlier results', () => {
  it('takes the place of what it was, and the rest stays as it is', () => {
    const report = reportForTest({
      results: [resultForTest('clip', 'passed'), resultForTest('slow', 'failed')],
    });
    const earlier = [resultForTest('photo', 'failed'), resultForTest('clip', 'not-run')];
    expect(names(withEarlier(report, earlier).results)).toEqual([
      'photo failed',
      'clip passed',
      'slow failed',
    ]);
  });

  it('is all there is without any', () => {
    const report = reportForTest();
    expect(withEarlier(report, [])).toBe(report);
  });
});
