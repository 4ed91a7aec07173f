/** The page's side of the worker of a check. */
import type { RequestInputs } from '../../../core/build-request.ts';
import type { CheckReport } from '../../../server-check/report.ts';
import type { CheckProgress } from '../../../server-check/run-check.ts';
import type {
  BisectEnd,
  BisectToRun,
  CheckOrder,
  CheckSaid,
  CheckToRun,
  PlannedScenario,
} from './check-messages.ts';

type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

const brokeDown =
  'The part of the page that runs the check could not be loaded, or broke down. Reload the page.';

/** Rejects with a text for people where it can't go on; Cancel is no such thing. */
export function runInWorker(
  toRun: CheckToRun,
  onChange: (report: CheckReport, progress: CheckProgress) => void,
  signal: AbortSignal,
  create: () => WorkerLike = createWorker,
): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    const worker = create();
    let report: CheckReport | null = null;
    const end = (work: () => void) => {
      worker.terminate();
      work();
    };
    worker.onmessage = ({ data }: MessageEvent<CheckSaid>) => {
      if (data.type === 'change') {
        const results = [...(report?.results ?? [])];
        for (const [index, result] of data.results) results[index] = result;
        report = { ...data.report, results };
        onChange(report, data.progress);
      }
      if (data.type !== 'end') return;
      const ended = report;
      end(() => (ended === null ? reject(new Error(brokeDown)) : resolve(ended)));
    };
    worker.onerror = () => end(() => reject(new Error(brokeDown)));
    signal.addEventListener('abort', () => order(worker, { type: 'cancel' }));
    order(worker, { type: 'run', ...toRun });
  });
}

/** Rejects with a text for people where it can't go on. */
export function bisectInWorker(
  toRun: BisectToRun,
  onSent: (sent: number) => void,
  signal: AbortSignal,
  create: () => WorkerLike = createWorker,
): Promise<BisectEnd> {
  return new Promise((resolve, reject) => {
    const worker = create();
    worker.onmessage = ({ data }: MessageEvent<CheckSaid>) => {
      if (data.type === 'sent') onSent(data.sent);
      if (data.type !== 'bisected') return;
      worker.terminate();
      resolve(data.end);
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new Error(brokeDown));
    };
    signal.addEventListener('abort', () => order(worker, { type: 'cancel' }));
    order(worker, { type: 'bisect', ...toRun });
  });
}

/** Rejects where it is not wanted any more. */
export function planInWorker(
  inputs: RequestInputs,
  signal: AbortSignal,
  create: () => WorkerLike = createWorker,
): Promise<readonly PlannedScenario[]> {
  return new Promise((resolve, reject) => {
    const worker = create();
    const fail = () => {
      worker.terminate();
      reject(new Error(brokeDown));
    };
    worker.onmessage = ({ data }: MessageEvent<CheckSaid>) => {
      if (data.type !== 'planned') return;
      worker.terminate();
      resolve(data.scenarios);
    };
    worker.onerror = fail;
    signal.addEventListener('abort', fail);
    order(worker, { type: 'plan', inputs });
  });
}

function order(worker: WorkerLike, one: CheckOrder): void {
  worker.postMessage(one);
}

function createWorker(): WorkerLike {
  return new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module', name: 'check' });
}
