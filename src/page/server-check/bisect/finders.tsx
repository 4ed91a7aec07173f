/** For which results of a check the difference that matters can be looked for. */
import type { ReactNode } from 'react';
import { tryParseUrl } from '../../../core/try-parse-url.ts';
import type { ScenarioDefinition } from '../../../server-check/definition.ts';
import type { CheckReport, ScenarioResult } from '../../../server-check/report.ts';
import { BisectView } from './bisect-view.tsx';

/** Null where none passed that sends an upload. */
export function findersFor(
  { results, url }: CheckReport,
  scenarios: ReadonlyMap<string, ScenarioDefinition>,
): ((result: ScenarioResult) => ReactNode) | null {
  const expects = ({ name }: ScenarioResult) => {
    const scenario = scenarios.get(name);
    return scenario?.kind === 'upload' ? scenario.expects.kind : null;
  };
  const taken = results.filter(isTaken);
  const passing = [
    ...taken.filter((one) => expects(one) === 'success' && one.outcome === 'passed'),
    // A probe can't fail: it is one that was taken.
    ...taken.filter((one) => expects(one) === 'either'),
  ];
  if (passing.length === 0) return null;
  const host = tryParseUrl(url)?.host ?? url;
  return (result) =>
    result.outcome === 'failed' && expects(result) === 'success' ? (
      <BisectView failing={result.name} passing={passing} host={host} />
    ) : null;
}

function isTaken({ exchanges, arrival }: ScenarioResult): boolean {
  return arrival !== 'different' && exchanges.some(({ verdict }) => verdict?.success === true);
}
