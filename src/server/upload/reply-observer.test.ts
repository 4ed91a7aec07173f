/** Replies in all their shapes, from a raw socket: their events and when they are over. */
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';
import { maxReplyBytes, type ProtocolEvent } from '../../upload/protocol.ts';
import { sendUpload } from './send-upload.ts';

type HeaderPair = readonly [name: string, value: string];
const closing: readonly HeaderPair[] = [['Connection', 'close']];

/** `act` is called once, when the body is there. */
async function met(act: (socket: Socket) => void, headers: readonly HeaderPair[] = closing) {
  const target = await rawTarget((socket, received) => {
    if (received().toString('latin1').endsWith('hello')) act(socket);
  });
  return upload(envelopeFor(target.port, 'hello', { headers }), 'hello');
}

function bodyOf(events: readonly ProtocolEvent[]): Buffer {
  return Buffer.concat(
    events.map((event) =>
      event.type === 'reply-body' ? Buffer.from(event.base64, 'base64') : Buffer.alloc(0),
    ),
  );
}

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';

test('trailers are reported with the end, as they were received', async () => {
  const reply = `${chunked}2\r\nhi\r\n0\r\nX-Sum: 1\r\nx-sum: caf\xc3\xa9\r\n\r\n`;
  const { events, last } = await met((socket) => void socket.end(Buffer.from(reply, 'latin1')));
  expect(bodyOf(events).toString()).toBe('hi');
  expect(last).toMatchObject({
    type: 'end',
    trailers: [
      ['X-Sum', '1'],
      ['x-sum', 'café'],
    ],
    excess: false,
  });
});

test('a reply without trailers has none', async () => {
  expect((await met((socket) => void socket.end(ok))).last).toMatchObject({ type: 'end', trailers: [] });
});

test('chunks are put together however they are cut', async () => {
  const bytes = Buffer.from(`${chunked}3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n`);
  const { events, last } = await met((socket) => {
    for (const byte of bytes) socket.write(Buffer.from([byte]));
  });
  expect(bodyOf(events).toString()).toBe('abc0123456789');
  expect(last).toMatchObject({ type: 'end', replyBytes: 13, excess: false });
});

test('interim replies are reported one by one, and are not the reply', async () => {
  const interims = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n';
  const { events } = await met((socket) => void socket.end(interims + ok));
  const statuses = events.map((event) =>
    event.type === 'interim' || event.type === 'reply-head' ? event.status : null,
  );
  expect(statuses.filter((status) => status !== null)).toEqual([100, 103, 200]);
});

test('a compressed body is passed on as it came', async () => {
  const packed = gzipSync('<response/>');
  const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`;
  const { events } = await met((socket) => void socket.end(Buffer.concat([Buffer.from(head), packed])));
  expect(bodyOf(events).equals(packed)).toBe(true);
  expect(gunzipSync(bodyOf(events)).toString()).toBe('<response/>');
});

test('a redirect is a reply like any other and is not followed', async () => {
  const reply = 'HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n';
  const { events, last } = await met((socket) => void socket.end(reply));
  expect(events).toContainEqual(expect.objectContaining({ type: 'reply-head', status: 307 }));
  expect(last?.type).toBe('end');
});

test('bytes that come late after the end are noted, where the server should close', async () => {
  const { last } = await met((socket) => {
    socket.write(ok, () => setImmediate(() => socket.write('and more')));
  });
  expect(last).toMatchObject({ type: 'end', replyBytes: 2, excess: true });
});

test('a server that keeps the connection open is not waited for', async () => {
  const { last } = await met((socket) => void socket.write(ok), [['Connection', 'keep-alive']]);
  expect(last).toMatchObject({ type: 'end', excess: false });
});

test('a server that was asked to close and does not is waited for a moment, which counts for nothing', async () => {
  const began = performance.now();
  const { events, last } = await met((socket) => void socket.write(ok));
  expect(performance.now() - began).toBeLessThan(2000);
  expect(last).toMatchObject({ type: 'end', excess: false });
  const body = events.find(({ type }) => type === 'reply-body');
  expect((last?.at ?? 0) - (body?.at ?? 0)).toBeLessThan(45);
});

test('64 MiB of a reply are passed on; the rest is dropped, and that is said', async () => {
  const piece = Buffer.alloc(2 ** 20);
  const target = await rawTarget((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    for (let sent = 0; sent < maxReplyBytes + 4 * piece.length; sent += piece.length) socket.write(piece);
  });
  let passedOn = 0;
  let last: ProtocolEvent | undefined;
  await sendUpload(envelopeFor(target.port, 'hello'), Readable.from([Buffer.from('hello')]), {
    report: (event) => {
      if (event.type === 'reply-body') passedOn += Buffer.byteLength(event.base64, 'base64');
      last = event;
    },
  });
  expect(passedOn).toBe(maxReplyBytes);
  expect(last).toMatchObject({ type: 'end', truncated: true });
});
