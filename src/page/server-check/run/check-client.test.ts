import { describe, expect, it, vi } from 'vitest';
import { buildFor } from '../../../test/build-for-test.ts';
import { reportForTest, resultForTest } from '../../../test/report-for-test.ts';
import { runInWorker } from './check-client.ts';
import type { CheckOrder, CheckSaid, CheckToRun } from './check-messages.ts';

const toRun: CheckToRun = {
  names: ['photo', 'clip'],
  inputs: buildFor({ url: 'https://media.example/up' }).inputs,
  file: '',
  product: 'Test 1',
  limits: { seconds: 1, requests: 2 },
  acceptCertificate: undefined,
  own: null,
  earlier: [],
};

/** Does nothing by itself: a test plays the worker. */
function play() {
  const orders: CheckOrder[] = [];
  const fake = {
    onmessage: null as ((event: MessageEvent<CheckSaid>) => void) | null,
    onerror: null as ((event: ErrorEvent) => void) | null,
    postMessage: (order: CheckOrder) => void orders.push(order),
    terminate: vi.fn(),
  };
  const stop = new AbortController();
  const onChange = vi.fn();
  const ended = runInWorker(toRun, onChange, stop.signal, () => fake);
  return {
    orders,
    stop,
    onChange,
    ended,
    terminate: fake.terminate,
    says: (data: CheckSaid) => fake.onmessage?.({ data } as MessageEvent<CheckSaid>),
    breaks: () => fake.onerror?.({} as ErrorEvent),
  };
}

const progress = { running: null, waiting: null };
const { results: _, ...report } = reportForTest();

describe('the worker of a check', () => {
  it('tells what is new, which is put together', async () => {
    const { says, onChange, ended, terminate } = play();
    const [photo, clip] = [resultForTest('photo', 'not-run'), resultForTest('clip', 'not-run')];
    const passed = resultForTest('clip', 'passed');
    says({
      type: 'change',
      report,
      progress,
      results: [
        [0, photo],
        [1, clip],
      ],
    });
    says({ type: 'change', report, progress, results: [[1, passed]] });
    expect(onChange.mock.lastCall?.[0].results).toEqual([photo, passed]);
    says({ type: 'end' });
    expect((await ended).results).toEqual([photo, passed]);
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('is told to cancel, and says itself what came of it', async () => {
    const { orders, stop, says, ended } = play();
    stop.abort();
    expect(orders.map(({ type }) => type)).toEqual(['run', 'cancel']);
    says({ type: 'change', report: { ...report, end: 'cancelled' }, progress, results: [] });
    says({ type: 'end' });
    expect((await ended).end).toBe('cancelled');
  });

  it('that breaks down is a text for people', async () => {
    const { breaks, ended } = play();
    breaks();
    await expect(ended).rejects.toThrow('could not be loaded, or broke down');
  });
});
