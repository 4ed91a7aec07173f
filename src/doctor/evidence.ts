/** A report as evidence: what each scenario's last upload was answered, and all that replies show of a server. */
import type { CheckReport, RecordedExchange, RecordedReply, ScenarioResult } from '../server-check/report.ts';

export interface Evidence {
  readonly report: CheckReport;
  readonly result: (scenario: string) => ScenarioResult | null;
  /** Complete replies to uploads, each with the scenario that it answers. */
  readonly replies: readonly SeenReply[];
}

export interface SeenReply {
  readonly scenario: string;
  readonly reply: RecordedReply;
}

/** Whether the file was taken; null where that was not asked, or the answer has another cause. */
export type Taken = boolean | null;

export function evidenceOf(report: CheckReport): Evidence {
  const byName = new Map(report.results.map((result) => [result.name, result]));
  return {
    report,
    result: (scenario) => byName.get(scenario) ?? null,
    replies: report.results.flatMap((result) =>
      uploadsOf(result).flatMap(({ reply }) => (reply === null ? [] : [{ scenario: result.name, reply }])),
    ),
  };
}

/** Without what fetched the media. */
export function uploadsOf({ exchanges }: ScenarioResult): readonly RecordedExchange[] {
  return exchanges.filter(({ request }) => request.method !== 'GET');
}

export function lastUpload(result: ScenarioResult | null): RecordedExchange | null {
  return result === null ? null : (uploadsOf(result).at(-1) ?? null);
}

/** Statuses that speak of the method, the login or the load, and not of the body. */
const otherCauses = new Set([401, 404, 405, 407, 408, 429, 501, 502, 503, 504]);

export function takenIn(result: ScenarioResult | null): Taken {
  if (result === null || result.outcome === 'skipped' || result.outcome === 'not-run') return null;
  const upload = lastUpload(result);
  if (upload?.verdict == null || upload.reply === null) return null;
  if (otherCauses.has(upload.reply.status)) return null;
  return upload.verdict.success && result.arrival !== 'different';
}

export function header(reply: RecordedReply, name: string): string {
  const found = reply.headers.find(([one]) => one.toLowerCase() === name.toLowerCase());
  return found?.[1] ?? '';
}
