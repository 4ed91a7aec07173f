import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExchangeAction } from './exchange.ts';
import type { ReplyReading } from './reply-reading.ts';
import { openReplyWorker } from './reply-worker-client.ts';
import type { Transfer, WorkerOrder, WorkerReport } from './reply-worker-messages.ts';

const reading: ReplyReading = {
  verdict: null,
  isXml: false,
  raw: { text: 'x', hidden: 0 },
  pretty: null,
  tree: null,
  whole: 'x',
  packing: null,
};
const transfer: Transfer = { token: 't', line: new Uint8Array(), body: new Blob() };

/** Does nothing by itself: a test plays the worker. */
function play() {
  const orders: WorkerOrder[] = [];
  const fake = {
    onmessage: null as ((event: MessageEvent<WorkerReport>) => void) | null,
    onerror: null as ((event: ErrorEvent) => void) | null,
    postMessage: (order: WorkerOrder) => void orders.push(order),
    terminate: vi.fn(),
  };
  const worker = openReplyWorker(() => fake);
  const actions: ExchangeAction[] = [];
  return {
    worker,
    orders,
    actions,
    terminate: fake.terminate,
    send: () => worker.send(transfer, (action) => actions.push(action)),
    says: (data: WorkerReport) => fake.onmessage?.({ data } as MessageEvent<WorkerReport>),
    breaks: () => fake.onerror?.({} as ErrorEvent),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the worker of a reply', () => {
  it('sends, tells every step, and answers what is asked in its order', async () => {
    const { worker, orders, actions, send, says } = play();
    send();
    says({ type: 'step', action: { type: 'uploading', bytes: 1 } });
    const [first, saved, second] = [worker.read(null), worker.save(), worker.read(null)];
    expect(orders.map(({ type }) => type)).toEqual(['send', 'read', 'save', 'read']);
    says({ type: 'read', reading });
    const body = new Blob(['x']);
    says({ type: 'saved', body });
    says({ type: 'read', reading: { ...reading, isXml: true } });
    expect(actions).toEqual([{ type: 'uploading', bytes: 1 }]);
    expect(await first).toEqual({ kind: 'read', reading });
    expect(await saved).toBe(body);
    expect(await second).toMatchObject({ reading: { isXml: true } });
  });

  it('goes on being read after it was aborted: what came by then is still there', async () => {
    const { worker, orders, says } = play();
    worker.abort();
    const read = worker.read(null);
    says({ type: 'read', reading });
    expect(orders.map(({ type }) => type)).toEqual(['abort', 'read']);
    expect(await read).toMatchObject({ kind: 'read' });
  });

  it('is given up where reading takes too long', async () => {
    const { worker, terminate } = play();
    const [read, saved] = [worker.read(null), worker.save()];
    vi.advanceTimersByTime(60_000);
    expect(await read).toEqual({ kind: 'gave-up' });
    expect(await saved).toBeNull();
    expect(terminate).toHaveBeenCalled();
    expect(await worker.read(null)).toEqual({ kind: 'gave-up' });
  });

  it('is not given up once it has answered', async () => {
    const { worker, says, terminate } = play();
    const read = worker.read(null);
    says({ type: 'read', reading });
    await read;
    vi.advanceTimersByTime(120_000);
    expect(terminate).not.toHaveBeenCalled();
  });

  it('fails the upload where it can’t be loaded, whenever that shows', async () => {
    const early = play();
    early.breaks();
    early.send();
    const late = play();
    late.send();
    late.breaks();
    for (const { actions, worker } of [early, late]) {
      expect(actions).toMatchObject([{ type: 'failed', code: 'proxy-unreachable' }]);
      expect(await worker.read(null)).toEqual({ kind: 'unavailable' });
    }
  });

  it('fails the upload where it breaks down, as for want of memory', async () => {
    const { worker, actions, send, says, breaks } = play();
    send();
    says({ type: 'step', action: { type: 'uploading', bytes: 1 } });
    const read = worker.read(null);
    breaks();
    expect(actions.at(-1)).toMatchObject({ type: 'failed', code: 'internal' });
    expect(await read).toEqual({ kind: 'gave-up' });
  });

  it('answers whoever waits when it is closed', async () => {
    const { worker, terminate } = play();
    const read = worker.read(null);
    worker.close();
    expect(await read).toEqual({ kind: 'gave-up' });
    expect(terminate).toHaveBeenCalled();
  });
});
