/** The page's side of the worker: one order after the other, given up where one takes too long. */
import type { CaptureAnswer, CaptureOrder, CaptureReport, CaptureTask } from './capture-messages.ts';

export interface CaptureSource {
  readonly number: number;
  readonly blob: Blob;
}

export type CaptureOutcome =
  | { readonly kind: 'read'; readonly answer: CaptureAnswer }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'gave-up' };

type WorkerLike = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<CaptureReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

/** Milliseconds: a HAR of a gigabyte takes some ten seconds. */
const longest = 60_000;

export class CaptureReader {
  private worker: WorkerLike | null = null;
  private readonly waiting = new Map<number, (outcome: CaptureOutcome) => void>();
  private orders = 0;
  private readonly create: () => WorkerLike;

  constructor(create: () => WorkerLike = createWorker) {
    this.create = create;
  }

  read(source: CaptureSource, entry: number | null, task: CaptureTask): Promise<CaptureOutcome> {
    this.orders += 1;
    const order: CaptureOrder = { id: this.orders, source, entry, task };
    return new Promise((resolve) => {
      const timer = window.setTimeout(() => this.giveUp('gave-up'), longest);
      this.waiting.set(order.id, (outcome) => {
        window.clearTimeout(timer);
        resolve(outcome);
      });
      this.worker ??= this.start();
      this.worker.postMessage(order);
    });
  }

  /** Whoever waits is told; the next order starts another one. */
  close(): void {
    this.giveUp('gave-up');
  }

  private start(): WorkerLike {
    const worker = this.create();
    worker.onmessage = ({ data: { id, answer } }) => {
      this.waiting.get(id)?.(answer === null ? { kind: 'unreadable' } : { kind: 'read', answer });
      this.waiting.delete(id);
    };
    worker.onerror = () => this.giveUp('unreadable');
    return worker;
  }

  private giveUp(kind: 'gave-up' | 'unreadable'): void {
    this.worker?.terminate();
    this.worker = null;
    for (const tell of this.waiting.values()) tell({ kind });
    this.waiting.clear();
  }
}

function createWorker(): WorkerLike {
  return new Worker(new URL('./capture-worker.ts', import.meta.url), { type: 'module', name: 'capture' });
}
