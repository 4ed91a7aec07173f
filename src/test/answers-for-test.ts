/** For tests only: the report of a check, from a few words about what the server made of each scenario. */
import { measuredReading } from '../doctor/measured-probes.ts';
import { measuredServers } from '../language/server-table.ts';
import { type ProbeName, probes, scenarioOfProbe } from '../server-check/probes/probes.ts';
import type { CheckReport, Outcome, RecordedExchange, ScenarioResult } from '../server-check/report.ts';

export interface ShortResult {
  readonly outcome?: Outcome;
  /** Of the last reply; 0 for none. */
  readonly status?: number;
  /** What the user reads; null: success, undefined: the app's general text. */
  readonly shown?: string | null;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly method?: string;
  readonly arrival?: ScenarioResult['arrival'];
  readonly group?: ScenarioResult['group'];
  readonly variants?: readonly string[];
}

export function resultFor(name: string, short: ShortResult): ScenarioResult {
  const { status = 200, headers = [], body = '', arrival = 'unknown', group = 'media' } = short;
  const isTaken = short.shown === null || (short.shown === undefined && status < 300 && status > 0);
  const exchange: RecordedExchange = {
    about: '',
    startedAt: 0,
    milliseconds: 1,
    request: {
      method: short.method ?? 'POST',
      url: 'https://media.example/up',
      headers: [],
      body: { text: '', more: 0 },
      bodyLength: 0,
      media: null,
    },
    reply:
      status === 0
        ? null
        : {
            httpVersion: '1.1',
            status,
            statusText: '',
            headers,
            body: { text: body, more: 0 },
            bytes: body.length,
          },
    failure: status === 0 ? { code: 'reset-before-reply', title: 'Connection reset', detail: '' } : null,
    verdict:
      status === 0
        ? null
        : {
            success: isTaken,
            mediaUrl: isTaken ? 'https://media.example/1' : null,
            shown: isTaken ? null : (short.shown ?? 'Error'),
            generic: !isTaken && short.shown === undefined,
            reasons: [],
          },
  };
  const outcome = short.outcome ?? (isTaken ? 'passed' : 'failed');
  return {
    name,
    group,
    title: name,
    rule: 'RES-1',
    outcome,
    reasons: outcome === 'failed' ? [{ rule: 'RES-1', text: `${name} failed.` }] : [],
    variants: short.variants ?? [],
    arrival,
    exchanges: short.outcome === 'skipped' || short.outcome === 'not-run' ? [] : [exchange],
    milliseconds: 1,
  };
}

export function reportFor(results: Readonly<Record<string, ShortResult>>): CheckReport {
  return {
    version: 1,
    product: 'Media Upload Playground 0.0.0',
    startedAt: 0,
    milliseconds: 1,
    method: 'POST',
    url: 'https://media.example/up',
    file: 'account.xml',
    end: 'finished',
    results: Object.entries(results).map(([name, short]) => resultFor(name, short)),
    diagnosis: null,
  };
}

const refused = { status: 400, shown: 'No file.', outcome: 'observed', group: 'fingerprint' } as const;

/** What a measured server answers to every probe, but for those that are turned round. */
export function probeResults(
  serverId: string,
  turned: readonly ProbeName[] = [],
): Readonly<Record<string, ShortResult>> {
  const at = measuredServers.findIndex(({ id }) => id === serverId);
  return Object.fromEntries(
    probes.map(({ name }) => {
      const isTaken = (measuredReading(name, at) === 'taken') !== turned.includes(name);
      return [scenarioOfProbe(name), isTaken ? { group: 'fingerprint', outcome: 'observed' } : refused];
    }),
  );
}
