/** Reports as JUnit: a suite a file, a case a scenario. */
import type { CheckReport, Outcome, ScenarioResult } from '../server-check/report.ts';
import { exchangeLines } from './exchange-lines.ts';
import { type JunitCase, junitEnd, junitStart, junitSuite } from './junit/junit-xml.ts';
import { endTexts, headline } from './outcomes.ts';

export function junitReport(reports: readonly CheckReport[]): string {
  return [junitStart, ...reports.map(suiteOf), junitEnd].join('');
}

function suiteOf(report: CheckReport): string {
  const { file, url, method, product, startedAt, milliseconds, end } = report;
  const [first, ...others] = report.results.map((result) => caseOf(result, report));
  return junitSuite({
    name: file || url || 'check-server',
    milliseconds,
    startedAt,
    properties: { url, method, product, end, summary: headline(report) },
    cases: [first ?? withoutScenarios(report), ...others],
  });
}

function caseOf(result: ScenarioResult, report: CheckReport): JunitCase {
  const { name, group, title, milliseconds, exchanges } = result;
  return {
    name: `${name}: ${title}`,
    classname: `check-server.${group}`,
    milliseconds,
    trouble: troubleOf(result, report),
    out: [...reasonLines(result), ...exchanges.flatMap(exchangeLines)],
  };
}

function troubleOf(result: ScenarioResult, { end }: CheckReport): JunitCase['trouble'] {
  const [reason] = result.reasons;
  const kind = kindOf(result.outcome, end);
  if (kind === null) return null;
  return {
    kind,
    type: kind === 'error' ? end : (reason?.rule ?? result.rule),
    message: reason?.text ?? endTexts[end] ?? 'It was not run.',
    ...(result.reasons.length > 1 && { text: reasonLines(result) }),
  };
}

function kindOf(outcome: Outcome, end: CheckReport['end']): NonNullable<JunitCase['trouble']>['kind'] | null {
  switch (outcome) {
    case 'passed':
    case 'warning':
    case 'observed':
      return null;
    case 'failed':
      return 'failure';
    case 'skipped':
      return 'skipped';
    // What was to be asked and could not be is no success, which CI would take a skipped case for.
    case 'not-run':
      return end === 'finished' || end === 'cancelled' ? 'skipped' : 'error';
  }
}

const reasonLines = ({ outcome, reasons }: ScenarioResult) =>
  reasons.map(({ rule, text }) => `${outcome} ${rule} ${text}`);

/** Nothing could be asked at all: that is one case, which did not pass. */
function withoutScenarios({ end }: CheckReport): JunitCase {
  const message = endTexts[end] ?? 'There was no scenario to run.';
  return {
    name: 'check',
    classname: 'check-server',
    trouble: { kind: 'error', type: end, message },
    out: [],
  };
}
