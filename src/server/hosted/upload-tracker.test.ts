import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { exchangeRaw, head, serveForTest } from '../../test/raw-client.ts';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import { refuse } from '../guard/refusal.ts';
import { createAdmission } from './admission.ts';
import { createMemoryCounts } from './limits/memory-counts.ts';
import { createMetrics } from './metrics.ts';
import { createUploadTracker, summarizeEvents, type UploadSummary } from './upload-tracker.ts';

const limits = { requestBytes: 1000, uploadsPerMinute: 100, uploadsAtOnce: 1, uploadsAtOncePerClient: 1 };
const request = head('POST /', 'Host: a', 'Content-Length: 0');

/** A server of nothing but a tracker; `work` as the proxy does it, with the response to write to. */
async function trackerAt(
  deadline: number,
  work: (write: (bytes: Buffer) => void) => Promise<UploadSummary>,
  counts = createMemoryCounts(limits),
) {
  const lines: string[] = [];
  const tracker = createUploadTracker({
    admission: createAdmission(limits, counts),
    metrics: createMetrics(),
    trustedProxies: 0,
    deadline,
    refuse,
    log: (line) => void lines.push(line),
  });
  const port = await serveForTest((incoming, response) => {
    const serve = () => work((bytes) => void response.end(bytes));
    tracker.serve(incoming, response, serve).catch(() => response.destroy());
  });
  return { port, lines, tracker };
}

test('a caller that does not take its answer holds its place until the deadline, and no longer', async () => {
  const { port, lines } = await trackerAt(300, async (write) => {
    write(Buffer.alloc(20_000_000));
    return { outcome: 'reply', bytes: 0 };
  });
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(request);
  await expect.poll(async () => (await exchangeRaw(port, request)).status).toBe(429);
  expect(lines).toEqual([]);
  await expect.poll(() => lines).toHaveLength(1);
  expect((await exchangeRaw(port, request)).status).toBe(200);
});

test('work that never ends is ended by the deadline with its connection', async () => {
  let giveUp = () => {};
  const { port, tracker, lines } = await trackerAt(
    50,
    () =>
      new Promise((_, reject) => {
        giveUp = () => reject(new Error('gone'));
      }),
  );
  const { status } = await exchangeRaw(port, request);
  expect(status).toBeNaN();
  giveUp();
  await tracker.idle();
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'internal' });
});

test('a caller that leaves while it is being admitted is not served, and holds no place', async () => {
  const memory = createMemoryCounts(limits);
  let goOn = () => {};
  const asked = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isAsked = false;
  let isServed = false;
  const countUpload = () => {
    isAsked = true;
    return asked.then(() => null);
  };
  const { port } = await trackerAt(
    10_000,
    async () => {
      isServed = true;
      return { outcome: 'reply', bytes: 0 };
    },
    { ...memory, countUpload },
  );
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  await expect.poll(() => isAsked).toBe(true);
  const closed = once(socket, 'close');
  socket.destroy();
  await closed;
  // The server sees it close before it serves the next one.
  expect((await exchangeRaw(port, request)).status).toBe(429);
  goOn();
  await expect.poll(async () => (await memory.takePlace('127.0.0.1')).kind).toBe('taken');
  expect(isServed).toBe(false);
});

test('idle is when the last of them is over', async () => {
  const ends: (() => void)[] = [];
  const { port, tracker } = await trackerAt(
    10_000,
    () => new Promise((resolve) => ends.push(() => resolve({ outcome: 'reply', bytes: 0 }))),
  );
  await tracker.idle();
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(request);
  await expect.poll(() => ends.length).toBe(1);
  let isIdle = false;
  const idle = tracker.idle().then(() => {
    isIdle = true;
  });
  expect(isIdle).toBe(false);
  socket.destroy();
  ends[0]?.();
  await idle;
});

test('a summary takes its size from the receipt, and its outcome from the last event', () => {
  const { observe, summary } = summarizeEvents();
  expect(summary()).toEqual({ outcome: 'internal', bytes: 0 });
  const events: ProtocolEvent[] = [
    { type: 'progress', at: 0, bytes: 10 },
    { type: 'body-sent', at: 0, bytes: 20 },
    { type: 'receipt', at: 0, bodyBytes: 15, hashes: [], first: '', last: '' },
    { type: 'error', at: 0, code: 'silence', detail: 's3cret' },
  ];
  for (const event of events) observe(event);
  expect(summary()).toEqual({ outcome: 'silence', bytes: 15 });
});
