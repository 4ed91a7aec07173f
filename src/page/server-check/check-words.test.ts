import { describe, expect, it } from 'vitest';
import type { Outcome, ScenarioResult } from '../../server-check/report.ts';
import { exchangeForTest } from '../../test/report-for-test.ts';
import { endOf, formatClock, obstacleOf, totalsOf } from './check-words.ts';

function result(outcome: Outcome): ScenarioResult {
  return {
    name: 'photo',
    group: 'media',
    title: 'A photo',
    rule: 'RES-1',
    outcome,
    reasons: [],
    variants: [],
    arrival: 'unknown',
    exchanges: [],
    milliseconds: 1,
  };
}

describe('what is said of a check', () => {
  it('counts each outcome, the worst first', () => {
    const results = (['passed', 'passed', 'failed', 'warning', 'skipped', 'not-run'] as const).map(result);
    expect(totalsOf(results)).toBe('1 failed, 1 warning, 2 passed, 1 skipped, 1 not run');
  });

  it('says how it ended where not all was run', () => {
    expect(endOf({ end: 'cancelled', results: [result('not-run')] })).toBe(
      'The check has ended: 1 not run. You cancelled it; what was not asked by then is not run.',
    );
    expect(endOf({ end: 'finished', results: [result('passed')] })).toBe('The check has ended: 1 passed.');
  });

  it('says what was in the way, as it was met', () => {
    const text = 'The server can’t be reached: host not found.';
    const met = { ...result('not-run'), reasons: [{ rule: 'RES-1', text }], exchanges: [exchangeForTest()] };
    expect(obstacleOf({ end: 'unreachable', results: [met, result('not-run')] })).toBe(text);
    expect(obstacleOf({ end: 'cancelled', results: [met] })).toBe('');
    expect(obstacleOf({ end: 'limit', results: [result('not-run')] })).toBe('');
  });

  it.each([
    [0, '0:00'],
    [34_900, '0:34'],
    [725_000, '12:05'],
  ])('writes %i ms as %s', (milliseconds, text) => expect(formatClock(milliseconds)).toBe(text));
});
