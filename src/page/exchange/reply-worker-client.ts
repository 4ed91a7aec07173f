/** The page's side of the worker that sends an upload and keeps its reply. */
import type { ExchangeAction } from './exchange.ts';
import type { ReadOutcome, ReplySource } from './reply-source.ts';
import type { Transfer, WorkerOrder, WorkerReport } from './reply-worker-messages.ts';

export interface ReplyWorker extends ReplySource {
  /** Starts at once; `report` gets every step. */
  readonly send: (transfer: Transfer, report: (action: ExchangeAction) => void) => void;
  /** Breaks off what is under way; what came by then can still be read. */
  readonly abort: () => void;
  /** Ends it, whatever it does, and lets go of the reply. */
  readonly close: () => void;
}

/** Milliseconds that a reply may take to be read. */
const longestRead = 60_000;

const notLoaded = 'The part of the page that sends could not be loaded from it.';
const brokeDown = 'The part of the page that takes in the reply broke down.';

type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export function openReplyWorker(create: () => WorkerLike = createWorker): ReplyWorker {
  let report: ((action: ExchangeAction) => void) | null = null;
  let over: 'unavailable' | 'gave-up' | null = null;
  let hasSpoken = false;
  const reads: ((outcome: ReadOutcome) => void)[] = [];
  const saves: ((body: Blob | null) => void)[] = [];
  const worker = create();

  const close = (why: 'unavailable' | 'gave-up' = 'gave-up') => {
    over ??= why;
    worker.terminate();
    for (const answer of reads.splice(0)) answer({ kind: over });
    for (const answer of saves.splice(0)) answer(null);
  };
  const order = (one: WorkerOrder) => {
    if (over === null) worker.postMessage(one);
  };

  worker.onmessage = ({ data }: MessageEvent<WorkerReport>) => {
    hasSpoken = true;
    switch (data.type) {
      case 'step':
        return report?.(data.action);
      case 'read':
        return reads.shift()?.({ kind: 'read', reading: data.reading });
      case 'saved':
        return saves.shift()?.(data.body);
    }
  };
  worker.onerror = () => {
    close(hasSpoken ? 'gave-up' : 'unavailable');
    // An exchange that is over takes no notice.
    if (hasSpoken) report?.({ type: 'failed', code: 'internal', detail: brokeDown });
    else report?.({ type: 'failed', code: 'proxy-unreachable', detail: notLoaded });
  };

  return {
    send: (transfer, to) => {
      report = to;
      if (over !== null) to({ type: 'failed', code: 'proxy-unreachable', detail: notLoaded });
      order({ type: 'send', ...transfer });
    },
    abort: () => order({ type: 'abort' }),
    close: () => close(),
    read: (assumptions) =>
      new Promise((resolve) => {
        if (over !== null) return resolve({ kind: over });
        const timer = setTimeout(close, longestRead);
        reads.push((outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        });
        order({ type: 'read', assumptions });
      }),
    save: () =>
      new Promise((resolve) => {
        if (over !== null) return resolve(null);
        saves.push(resolve);
        order({ type: 'save' });
      }),
  };
}

function createWorker(): Worker {
  return new Worker(new URL('./reply-worker.ts', import.meta.url), { type: 'module', name: 'reply' });
}
