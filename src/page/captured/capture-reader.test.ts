import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import type { CaptureAnswer, CaptureOrder, CaptureReport } from './capture-messages.ts';
import { CaptureReader } from './capture-reader.ts';

const task = { type: 'inspect', assumptions: defaultAssumptions } as const;
const answer: CaptureAnswer = {
  entries: [],
  count: 1,
  chosen: 0,
  faults: [],
  imported: null,
  inspected: null,
};

/** Does nothing by itself: a test plays the worker. */
class FakeWorker {
  onmessage: ((event: MessageEvent<CaptureReport>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly orders: CaptureOrder[] = [];
  readonly terminate = vi.fn();
  postMessage = (order: CaptureOrder) => void this.orders.push(order);
  says = (data: CaptureReport) => this.onmessage?.({ data } as MessageEvent<CaptureReport>);
  breaks = () => this.onerror?.({} as ErrorEvent);
}

function play() {
  const workers: FakeWorker[] = [];
  const reader = new CaptureReader(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const read = (number = 1) => reader.read({ number, blob: new Blob() }, null, task);
  return { reader, read, workers };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('reading a capture', () => {
  it('gives each order its own answer, whichever comes first, by one worker', async () => {
    const { read, workers } = play();
    const [first, second] = [read(1), read(2)];
    const [one, two] = workers[0]?.orders ?? [];
    workers[0]?.says({ id: two?.id ?? 0, answer: { ...answer, count: 2 } });
    workers[0]?.says({ id: one?.id ?? 0, answer });
    expect(await first).toEqual({ kind: 'read', answer });
    expect(await second).toEqual({ kind: 'read', answer: { ...answer, count: 2 } });
    expect(workers).toHaveLength(1);
  });

  it('says where the file can’t be read', async () => {
    const { read, workers } = play();
    const outcome = read();
    workers[0]?.says({ id: workers[0].orders[0]?.id ?? 0, answer: null });
    expect(await outcome).toEqual({ kind: 'unreadable' });
  });

  it('is given up after a minute, and the next order has a worker of its own', async () => {
    const { read, workers } = play();
    const [stuck, behind] = [read(1), read(2)];
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await stuck).toEqual({ kind: 'gave-up' });
    expect(await behind).toEqual({ kind: 'gave-up' });
    expect(workers[0]?.terminate).toHaveBeenCalled();
    const next = read(3);
    workers[1]?.says({ id: workers[1].orders[0]?.id ?? 0, answer });
    expect(await next).toEqual({ kind: 'read', answer });
  });

  it('is unreadable where the worker breaks down', async () => {
    const { read, workers } = play();
    const outcome = read();
    workers[0]?.breaks();
    expect(await outcome).toEqual({ kind: 'unreadable' });
    expect(workers[0]?.terminate).toHaveBeenCalled();
  });

  it('ends with its dialog', async () => {
    const { reader, read, workers } = play();
    const outcome = read();
    reader.close();
    expect(await outcome).toEqual({ kind: 'gave-up' });
    expect(workers[0]?.terminate).toHaveBeenCalled();
  });
});
