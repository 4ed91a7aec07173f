/** What outcomes and ends are called, and how often each came. */
import type { CheckEnd, CheckReport, Outcome } from '../server-check/report.ts';

/** In the order in which totals are shown. */
export const outcomes = [
  'failed',
  'warning',
  'passed',
  'observed',
  'skipped',
  'not-run',
] as const satisfies Outcome[];

export const outcomeNames = {
  failed: 'Failed',
  warning: 'Warning',
  passed: 'Passed',
  observed: 'Observed',
  skipped: 'Skipped',
  'not-run': 'Not run',
} as const satisfies Record<Outcome, string>;

/** Null for a check that went through. */
export const endTexts = {
  finished: null,
  cancelled: 'The check was stopped before its end.',
  unreachable: 'The server can’t be reached.',
  gone: 'The server could not be reached any more: the check ended early.',
  limit: 'The time or the number of requests that was granted is used up: the check ended early.',
} as const satisfies Record<CheckEnd, string | null>;

export type Totals = Readonly<Record<Outcome, number>>;

export function totalsOf({ results }: CheckReport): Totals {
  const totals = { failed: 0, warning: 0, passed: 0, observed: 0, skipped: 0, 'not-run': 0 };
  for (const { outcome } of results) totals[outcome] += 1;
  return totals;
}

/** `3 of 24 scenarios failed`: what a report comes to, in a line. */
export function headline(report: CheckReport): string {
  const { failed, warning, passed, observed, 'not-run': notRun } = totalsOf(report);
  const asked = failed + warning + passed;
  if (asked === 0) return observed === 0 ? 'No scenario was run' : `${plural(observed, 'answer')} observed`;
  if (failed > 0) return `${failed} of ${plural(asked, 'scenario')} failed`;
  const warned = warning > 0 ? `, ${warning} with a warning` : '';
  // What was not asked is never as good as passed.
  if (notRun > 0) return `${plural(asked, 'scenario')} passed${warned}, ${notRun} not run`;
  return `${asked === 1 ? 'The scenario' : `All ${asked} scenarios`} passed${warned}`;
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
