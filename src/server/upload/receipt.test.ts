import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerAfter, envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';
import { runningHashesOf } from '../../test/running-hashes.ts';
import { type ProtocolEvent, receiptBlock, receiptEdge } from '../../upload/protocol.ts';
import { sendUpload } from './send-upload.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
/** No two places of it look alike. */
const body = Buffer.from(Uint32Array.from({ length: 900_000 }, (_, index) => index).buffer);

/** Fails where it is not the last but one. */
function receiptOf(events: readonly ProtocolEvent[]) {
  const [receipt] = events.slice(-2);
  if (receipt?.type !== 'receipt') throw new Error(`No receipt, but ${receipt?.type}`);
  return receipt;
}

/** What is true of every receipt: it is about the first `bodyBytes` bytes of the body. */
async function expectReceiptOf(
  events: readonly ProtocolEvent[],
  of: Buffer,
  bodyBytes: number,
): Promise<void> {
  const sent = of.subarray(0, bodyBytes);
  const { first, last, ...rest } = receiptOf(events);
  expect(rest).toMatchObject({ bodyBytes, hashes: await runningHashesOf(sent) });
  const afterFirst = sent.subarray(receiptEdge);
  expect(Buffer.from(first, 'base64').equals(sent.subarray(0, receiptEdge))).toBe(true);
  expect(
    Buffer.from(last, 'base64').equals(afterFirst.subarray(Math.max(0, afterFirst.length - receiptEdge))),
  ).toBe(true);
}

function bodyIn(received: Buffer): Buffer {
  return received.subarray(received.indexOf('\r\n\r\n') + 4);
}

test.each([
  0,
  1,
  5,
  receiptEdge,
  receiptEdge + 1,
  2 * receiptEdge + 7,
  receiptBlock,
  3 * receiptBlock + 1,
])('a body of %i bytes: the receipt is that of what the server got', async (length) => {
  const content = body.subarray(0, length);
  const target = await rawTarget((socket, received) => {
    if (bodyIn(received()).length === length) socket.end(ok);
  });
  const { events, last } = await upload(envelopeFor(target.port, content), content);
  expect(last?.type).toBe('end');
  expect(bodyIn(target.received()).equals(content)).toBe(true);
  await expectReceiptOf(events, content, length);
});

test('an early answer: the receipt ends where sending ended, and holds all that the server got', async () => {
  const target = await rawTarget((socket) => void socket.end('HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n'));
  const long = Buffer.concat(Array.from({ length: 10 }, () => body));
  const { events } = await upload(envelopeFor(target.port, long), long);
  const { bodyBytes } = receiptOf(events);
  expect(bodyBytes).toBeLessThan(long.length);
  await expectReceiptOf(events, long, bodyBytes);
  await target.closed;
  const got = bodyIn(target.received());
  expect(got.length).toBeLessThanOrEqual(bodyBytes);
  expect(got.equals(long.subarray(0, got.length))).toBe(true);
});

test('a cancelled upload: the receipt has what had been sent', async () => {
  const abort = new AbortController();
  const source = new Readable({ read: () => {} });
  source.push(body.subarray(0, 100_000));
  const target = await rawTarget((_, received) => {
    if (bodyIn(received()).length === 100_000) abort.abort();
  });
  const events: ProtocolEvent[] = [];
  const report = (event: ProtocolEvent) => void events.push(event);
  await sendUpload(envelopeFor(target.port, body), source, { report, signal: abort.signal });
  expect(events.at(-1)).toMatchObject({ type: 'error', code: 'cancelled' });
  await expectReceiptOf(events, body, 100_000);
});

test.each([
  [
    'a connection that is reset',
    'reset-before-reply',
    (socket: { resetAndDestroy(): unknown }) => void socket.resetAndDestroy(),
  ],
  ['silence', 'silence', () => {}],
])('%s: the receipt comes before the error', async (_, code, act) => {
  const target = await rawTarget((socket, received) => {
    if (bodyIn(received()).length === 5) act(socket);
  });
  const envelope = envelopeFor(target.port, 'hello', { limits: { silence: 0.1 } });
  const { events, last } = await upload(envelope, 'hello');
  expect(last).toMatchObject({ type: 'error', code });
  await expectReceiptOf(events, Buffer.from('hello'), 5);
});

test('the head comes before the receipt, also where the upload is cancelled at once', async () => {
  const abort = new AbortController();
  const target = await rawTarget(() => {});
  const events: ProtocolEvent[] = [];
  await sendUpload(envelopeFor(target.port, 'hello'), Readable.from([Buffer.from('hello')]), {
    report: (event) => {
      events.push(event);
      if (event.type === 'connected') setImmediate(() => abort.abort());
    },
    signal: abort.signal,
  });
  expect(events.map(({ type }) => type)).toContain('head-sent');
  expect(receiptOf(events).bodyBytes).toBeLessThanOrEqual(5);
});

test('where the head was not written there is no receipt', async () => {
  const target = await rawTarget(answerAfter('hello', ok));
  const abort = new AbortController();
  abort.abort();
  const { events } = await upload(envelopeFor(target.port, 'hello'), 'hello', { signal: abort.signal });
  expect(events.map(({ type }) => type)).toEqual(['lookup', 'error']);
  const forbidden = await upload(envelopeFor(1, '', { url: 'http://169.254.169.254/' }), '');
  expect(forbidden.events.map(({ type }) => type)).toEqual(['lookup', 'error']);
});
