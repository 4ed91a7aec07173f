import { expect, test } from 'vitest';
import type { Outcome } from '../server-check/report.ts';
import { reportForTest, resultForTest } from '../test/report-for-test.ts';
import { headline } from './outcomes.ts';

test.each<[string, readonly Outcome[]]>([
  ['No scenario was run', []],
  ['No scenario was run', ['skipped', 'not-run']],
  ['The scenario passed', ['passed', 'skipped', 'observed']],
  ['All 2 scenarios passed', ['passed', 'passed']],
  ['All 2 scenarios passed, 1 with a warning', ['passed', 'warning']],
  ['1 of 2 scenarios failed', ['passed', 'failed', 'not-run']],
  ['2 scenarios passed, 1 with a warning, 1 not run', ['passed', 'warning', 'not-run']],
  ['1 answer observed', ['observed']],
])('“%s” is said of %s', (said, outcomes) => {
  const results = outcomes.map((outcome, index) => resultForTest(`scenario-${index}`, outcome));
  expect(headline(reportForTest({ results }))).toBe(said);
});
