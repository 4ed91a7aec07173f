/** Of several judgements the worst, with the reasons of those that came to it, each once. */
import type { Judged } from './definition.ts';
import type { Reason } from './report.ts';

export function worst(judged: readonly Judged[]): Judged {
  const order = ['failed', 'warning', 'passed', 'skipped'] as const;
  const outcome = order.find((one) => judged.some((each) => each.outcome === one)) ?? 'skipped';
  const reasons = new Map<string, Reason>();
  for (const each of judged)
    if (each.outcome === outcome) for (const reason of each.reasons) reasons.set(reason.text, reason);
  return { outcome, reasons: Array.from(reasons.values()) };
}
