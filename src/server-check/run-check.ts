/**
 * A check of a server: its scenarios one after the other, and a report that grows with each. Pure: sending,
 * waiting and the clock come from outside. It ends early where a person stops it, its time or its requests are
 * used up, or the server can't be asked any more; what was not asked then is `not-run`, never passed.
 */
import { buildRequest, type RequestInputs } from '../core/build-request.ts';
import { TextMask } from '../core/secrets/text-mask.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckIo } from './check-io.ts';
import type { ScenarioDefinition, Session } from './definition.ts';
import { type RanScenario, resultWithout } from './finish-scenario.ts';
import { secretsOf } from './record/check-mask.ts';
import { type CheckEnd, type CheckReport, reportVersion, type ScenarioResult } from './report.ts';
import { runScenario } from './run-scenario.ts';

export interface CheckRequest {
  /** In the order in which they run. */
  readonly scenarios: readonly ScenarioDefinition[];
  readonly inputs: RequestInputs;
  /** The Account XML's file name; empty where it has none. */
  readonly file: string;
  /** `Media Upload Playground 0.1.0` */
  readonly product: string;
  readonly limits: CheckLimits;
  /** The fingerprint that a person accepted for this server (see `Envelope`). */
  readonly acceptCertificate?: string | undefined;
}

export interface CheckLimits {
  /** Of the whole check. */
  readonly seconds: number;
  /** Uploads, and what fetches their media. */
  readonly requests: number;
}

export const defaultLimits: CheckLimits = { seconds: 300, requests: 300 };

/** What a check is at, beside its report. */
export interface CheckProgress {
  /** Name of the scenario that runs; null between two and at the end. */
  readonly running: string | null;
  /** What it waits for, as a sentence; null where it does not wait. */
  readonly waiting: string | null;
}

export interface CheckChoices {
  /** A person stops it. */
  readonly signal: AbortSignal;
  /** Gets every state, the first one at once, the last one with the end. */
  readonly onChange?: (report: CheckReport, progress: CheckProgress) => void;
}

/** Seconds that a server may have us wait before it is asked again. */
const longestWait = 30;

const notAsked: Readonly<Record<Exclude<CheckEnd, 'finished'>, string>> = {
  cancelled: 'The check was stopped before it was done.',
  unreachable: 'The server can’t be reached.',
  gone: 'The server could not be reached any more.',
  limit: 'The time or the number of requests that was granted is used up.',
};

export async function runCheck<Local>(
  request: CheckRequest,
  io: CheckIo<Local>,
  choices: CheckChoices,
): Promise<CheckReport> {
  const { scenarios, inputs, limits } = request;
  const startedAt = io.now();
  const session: Session = { inputs, built: buildRequest(inputs) };
  const secrets = secretsOf(session.built);
  const clock = startClock(io, limits.seconds, choices.signal);
  const mask = new TextMask(secrets);
  let results: readonly ScenarioResult[] = scenarios.map((one) => resultWithout(one, 'not-run', []));
  let progress: CheckProgress = { running: null, waiting: null };
  let requests = 0;
  let uploads = 0;
  let wasReached = false;
  const reportOf = (end: CheckEnd): CheckReport => ({
    version: reportVersion,
    product: request.product,
    startedAt,
    milliseconds: io.now() - startedAt,
    method: session.built.request?.method ?? '',
    url: mask.text(session.built.request?.url ?? ''),
    file: request.file,
    end,
    results,
    diagnosis: null,
  });
  const tell = (change: Partial<CheckProgress>, end: CheckEnd = 'finished') => {
    progress = { ...progress, ...change };
    choices.onChange?.(reportOf(end), progress);
  };
  const context: CheckContext<Local> = {
    io,
    session,
    secrets,
    mask,
    signal: clock.signal,
    acceptCertificate: request.acceptCertificate,
    longestWait: longestWait * 1000,
    deadHosts: new Set(),
    seen: [],
    uploads: () => uploads,
    countUpload: () => {
      uploads += 1;
    },
    countRequests: (count) => {
      requests += count;
    },
    markReached: () => {
      wasReached = true;
    },
    say: (waiting) => tell({ waiting }),
  };
  const endOf = (ends: NonNullable<RanScenario['ends']>): Exclude<CheckEnd, 'finished'> => {
    switch (ends.kind) {
      case 'stopped':
        return choices.signal.aborted ? 'cancelled' : 'limit';
      case 'unreached':
        return wasReached ? 'gone' : 'unreachable';
      case 'put-off':
        return 'limit';
    }
  };
  /** The rest stays as it is, with the reason. */
  const endAt = (from: number, end: Exclude<CheckEnd, 'finished'>, text = notAsked[end]): CheckEnd => {
    results = results.map((one, index) =>
      index < from || one.outcome !== 'not-run' || one.reasons.length > 0
        ? one
        : { ...one, reasons: [{ rule: one.rule, text }] },
    );
    return end;
  };
  const run = async (): Promise<CheckEnd> => {
    for (const [index, scenario] of scenarios.entries()) {
      if (clock.signal.aborted) return endAt(index, endOf({ kind: 'stopped' }));
      if (requests >= limits.requests) return endAt(index, 'limit');
      tell({ running: scenario.name });
      const { result, ends } = await runScenario(scenario, context);
      results = results.with(index, result);
      if (ends !== null) return endAt(index, endOf(ends), ends.kind === 'put-off' ? ends.text : undefined);
      tell({ running: null });
    }
    return 'finished';
  };
  tell({});
  try {
    const end = await run();
    tell({ running: null, waiting: null }, end);
    return reportOf(end);
  } finally {
    clock.stop();
  }
}

/** Aborts when its time is up, or when `outer` does. */
function startClock<Local>(io: Pick<CheckIo<Local>, 'wait'>, seconds: number, outer: AbortSignal) {
  const inner = new AbortController();
  const ended = new AbortController();
  const abort = () => inner.abort();
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort, { once: true });
  void io.wait(seconds * 1000, ended.signal).then(() => {
    if (!ended.signal.aborted) abort();
  });
  return {
    signal: inner.signal,
    stop: () => {
      ended.abort();
      outer.removeEventListener('abort', abort);
    },
  };
}
