/**
 * The worker of a check: it builds, sends, judges and masks, so that a run keeps nobody from typing. What changes
 * goes out some times a second at the most.
 */
import { diagnose } from '../../../doctor/diagnose.ts';
import type { CheckIo } from '../../../server-check/check-io.ts';
import type { CheckReport, ScenarioResult } from '../../../server-check/report.ts';
import { type CheckProgress, runCheck } from '../../../server-check/run-check.ts';
import { allScenarios } from '../../../server-check/scenarios/all-scenarios.ts';
import type { CheckOrder, CheckSaid, CheckToRun } from './check-messages.ts';
import { blobOf, type CheckLocal, sendInCheck } from './check-sending.ts';
import { withEarlier } from './merged-report.ts';
import { plannedScenarios } from './planned-scenarios.ts';
import { getByProxy } from './proxy-get.ts';
import { wait } from './proxy-patience.ts';

/** Milliseconds between two changes that are told. */
const pause = 100;

const say = (said: CheckSaid) => self.postMessage(said);
const stop = new AbortController();

self.onmessage = ({ data }: MessageEvent<CheckOrder>) => {
  switch (data.type) {
    case 'plan':
      return say({ type: 'planned', scenarios: plannedScenarios(allScenarios, data.inputs) });
    case 'cancel':
      return stop.abort();
    case 'run':
      void run(data);
  }
};

async function run({ names, own, earlier, ...request }: CheckToRun): Promise<void> {
  const scenarios = allScenarios.filter(({ name }) => names.includes(name));
  let told: readonly ScenarioResult[] = [];
  let latest: { readonly report: CheckReport; readonly progress: CheckProgress } | null = null;
  /** What the proxy is waited for. */
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = () => {
    timer = null;
    if (latest === null) return;
    const { results, ...report } = latest.report;
    const changed = results.flatMap((result, index) =>
      result === told[index] ? [] : [[index, result] as const],
    );
    told = results;
    const progress = { ...latest.progress, waiting: waiting ?? latest.progress.waiting };
    say({ type: 'change', report, results: changed, progress });
  };
  const soon = () => {
    timer ??= setTimeout(tell, pause);
  };
  const io = ioOf(own, (text) => {
    waiting = text;
    soon();
  });
  const report = await runCheck({ ...request, scenarios }, io, {
    signal: stop.signal,
    onChange: (now, progress) => {
      latest = { report: withEarlier(now, earlier), progress };
      soon();
    },
  });
  if (timer !== null) clearTimeout(timer);
  const ended = withEarlier(report, earlier);
  latest = {
    report: { ...ended, diagnosis: diagnose(ended) },
    progress: { running: null, waiting: null },
  };
  tell();
  say({ type: 'end' });
}

function ioOf(own: Blob | null, sayWaiting: (text: string | null) => void): CheckIo<CheckLocal> {
  return {
    uploadIo: (made) => ({
      send: (sent, report, signal) =>
        sendInCheck(sent, { media: made === null ? own : blobOf(made), signal, say: sayWaiting }, report),
      loadAnswer: async () => (await import('../../../core/request/answer-challenge.ts')).answerChallenge,
      randomNonce: () =>
        Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join(''),
      now: () => Date.now(),
    }),
    replyBody: async ({ collector }, most) => collector.body().subarray(0, most),
    get: (url, choices) => getByProxy(url, choices, sayWaiting),
    ownMedia: () => bytesOf(own),
    wait,
    now: () => Date.now(),
  };
}

async function* bytesOf(blob: Blob | null): AsyncGenerator<Uint8Array> {
  if (blob === null) return;
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
