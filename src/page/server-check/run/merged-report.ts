/** A check of some scenarios beside the results of one before it. Pure. */
import type { CheckReport, ScenarioResult } from '../../../server-check/report.ts';

/** What was run once more takes the place of what it was; the rest stays. */
export function withEarlier(report: CheckReport, earlier: readonly ScenarioResult[]): CheckReport {
  if (earlier.length === 0) return report;
  const anew = new Map(report.results.map((result) => [result.name, result]));
  const kept = earlier.map((result) => anew.get(result.name) ?? result);
  const added = report.results.filter(({ name }) => !earlier.some((one) => one.name === name));
  return { ...report, results: [...kept, ...added] };
}
