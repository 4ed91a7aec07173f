/** What is said of a check in a sentence. Pure. */
import type { CheckEnd, CheckReport, Outcome, ScenarioResult } from '../../server-check/report.ts';
import { formatCount, plural } from '../components/format.ts';

export const outcomeWords = {
  passed: 'Passed',
  warning: 'Warning',
  failed: 'Failed',
  observed: 'Observed',
  skipped: 'Skipped',
  'not-run': 'Not run',
} as const satisfies Record<Outcome, string>;

const inTotals: readonly Outcome[] = ['failed', 'warning', 'passed', 'observed', 'skipped', 'not-run'];

/** `2 failed, 1 warning, 36 passed, 3 skipped`. */
export function totalsOf(results: readonly ScenarioResult[]): string {
  const parts = inTotals.flatMap((outcome) => {
    const count = results.filter((one) => one.outcome === outcome).length;
    if (count === 0) return [];
    return outcome === 'warning'
      ? plural(count, 'warning')
      : `${formatCount(count)} ${outcomeWords[outcome].toLowerCase()}`;
  });
  return parts.join(', ') || 'nothing was run';
}

/** Empty where all was run. */
export const endWords = {
  finished: '',
  cancelled: 'You cancelled it; what was not asked by then is not run.',
  unreachable: 'The server can’t be reached.',
  gone: 'The server could not be reached any more, so the rest was not run.',
  limit: 'It ended at the limit that you granted, or the server asked to wait for too long.',
} as const satisfies Record<CheckEnd, string>;

export function endOf({ end, results }: Pick<CheckReport, 'end' | 'results'>): string {
  return `The check has ended: ${totalsOf(results)}. ${endWords[end]}`.trim();
}

/** What was in the way, in the words of the scenario that met it; empty where nothing was. */
export function obstacleOf({ end, results }: Pick<CheckReport, 'end' | 'results'>): string {
  if (end === 'finished' || end === 'cancelled') return '';
  const met = results.find(({ outcome, exchanges }) => outcome === 'not-run' && exchanges.length > 0);
  return met?.reasons[0]?.text ?? '';
}

/** `0:34`, `12:05`. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
