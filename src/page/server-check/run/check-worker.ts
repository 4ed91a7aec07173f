/**
 * The worker of a check: it builds, sends, judges and masks, so that a run keeps nobody from typing. What changes
 * goes out some times a second at the most.
 */
import { diagnose } from '../../../doctor/diagnose.ts';
import type { CheckReport, ScenarioResult } from '../../../server-check/report.ts';
import { type CheckProgress, runCheck } from '../../../server-check/run-check.ts';
import { allScenarios } from '../../../server-check/scenarios/all-scenarios.ts';
import { checkIo } from './check-io.ts';
import type { CheckOrder, CheckSaid, CheckToRun } from './check-messages.ts';
import { withEarlier } from './merged-report.ts';
import { plannedScenarios } from './planned-scenarios.ts';
import { runBisect } from './run-bisect.ts';

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
      run(data).catch(breakDown);
      return;
    case 'bisect':
      runBisect(data, stop.signal, say).catch(breakDown);
  }
};

/** A fault of ours: the page hears of what is thrown, and of no promise. */
function breakDown(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

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
  const io = checkIo(own, (text) => {
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
