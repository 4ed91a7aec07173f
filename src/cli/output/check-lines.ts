/** A check of a server as lines, as it goes on. */
import type { RequestInputs } from '../../core/build-request.ts';
import type { ScenarioDefinition } from '../../server-check/definition.ts';
import { type CheckEstimate, estimateCheck } from '../../server-check/estimate.ts';
import type { CheckReport, Outcome, ScenarioResult } from '../../server-check/report.ts';
import type { CheckLimits, CheckProgress } from '../../server-check/run-check.ts';

const marks: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  warning: '!',
  failed: '✗',
  observed: '○',
  skipped: '–',
  'not-run': '·',
};

/** In one line with them. */
const saysWhy: ReadonlySet<Outcome> = new Set(['observed', 'skipped', 'not-run']);

/** Reasons of one scenario that are printed; the reports have all. */
const mostReasons = 4;

/** The lines of each scenario once it has ended. */
export class CheckLines {
  private printed = 0;
  /** Of those that are not run the first one says why. */
  private why: string | null = null;
  private waiting: string | null = null;

  /** `waiting`: a line that says so, once. */
  take({ results }: CheckReport, progress: CheckProgress, isEnd: boolean) {
    const out: string[] = [];
    const upTo = isEnd ? results.length : results.findIndex(({ name }) => name === progress.running);
    for (; this.printed < upTo; this.printed += 1) {
      const result = results[this.printed];
      if (result === undefined) continue;
      const why = result.outcome === 'not-run' ? (result.reasons[0]?.text ?? null) : null;
      out.push(...resultLines(why !== null && why === this.why ? { ...result, reasons: [] } : result));
      this.why = why ?? this.why;
    }
    const waiting = progress.waiting === this.waiting ? null : progress.waiting;
    this.waiting = progress.waiting;
    return { out, waiting };
  }
}

function resultLines({ outcome, name, title, reasons, milliseconds }: ScenarioResult): readonly string[] {
  const [first] = reasons;
  const because = first && saysWhy.has(outcome) ? `: ${first.text}` : '';
  const time = milliseconds >= 1000 ? ` (${seconds(milliseconds)})` : '';
  const line = `${marks[outcome]} ${name}  ${title}${because}${time}`;
  if (outcome !== 'failed' && outcome !== 'warning') return [line];
  const more = reasons.length - mostReasons;
  return [
    line,
    ...reasons.slice(0, mostReasons).map(({ rule, text }) => `    ${rule} ${text}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

export function summaryLines({ results, milliseconds }: CheckReport): readonly string[] {
  const counts = (['passed', 'warning', 'failed', 'observed', 'skipped', 'not-run'] as const).flatMap(
    (outcome) => {
      const count = results.filter((result) => result.outcome === outcome).length;
      const words = { passed: 'passed', warning: count === 1 ? 'warning' : 'warnings', failed: 'failed' };
      const rest = { observed: 'observed', skipped: 'skipped', 'not-run': 'not run' };
      return count === 0 ? [] : [`${count} ${{ ...words, ...rest }[outcome]}`];
    },
  );
  return [
    `${counts.join(', ')} in ${seconds(milliseconds)}`,
    ...(hasUntrustedCertificate(results)
      ? ['send prints the certificate, and its fingerprint for --accept-certificate.']
      : []),
  ];
}

const untrusted = /^tls-(?:expired|not-yet-valid|wrong-name|self-signed|unknown-authority)$/;

function hasUntrustedCertificate(results: readonly ScenarioResult[]): boolean {
  return results.some(({ exchanges }) =>
    exchanges.some(({ failure }) => untrusted.test(failure?.code ?? '')),
  );
}

/** What will be sent, before it is. */
export function limitLines(
  scenarios: readonly ScenarioDefinition[],
  inputs: RequestInputs,
  url: string,
  limits: CheckLimits,
): { readonly lines: readonly string[]; readonly estimate: CheckEstimate } {
  const estimate = estimateCheck(scenarios, inputs);
  const { uploads, requests, bytes } = estimate;
  const megabytes = (bytes / 1e6).toFixed(1);
  return {
    estimate,
    lines: [
      `${scenarios.length} scenarios to ${url}`,
      `${uploads} uploads of ${megabytes} MB in all, at most ${requests} requests, ${limits.seconds} s`,
    ],
  };
}

/** `why`: those that can't be asked. */
export function listLines(
  scenarios: readonly ScenarioDefinition[],
  why: ReadonlyMap<string, string>,
): readonly string[] {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  return scenarios.map(({ name, title, group, onlyAsked }) => {
    const skipped = why.get(name);
    const notes = [
      ...(onlyAsked ? ['only where asked for'] : []),
      ...(skipped === undefined ? [] : [skipped]),
    ];
    return `${name.padEnd(width)}  ${group}  ${title}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
  });
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
