import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { envelopeFor, rawTarget } from '../../test/raw-target.ts';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import { type SendOptions, sendUpload } from './send-upload.ts';

const pem = (name: string) =>
  readFileSync(new URL(`../../test/fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
const body = Buffer.alloc(200_000);

/**
 * The worst order of things: the answer and the reset are there, and before anything of them is
 * read the next piece of the body is written. `leave` closes with part of the body unread.
 */
async function answeredInTheMiddle(
  leave: (socket: Socket) => void,
  reply: string,
  tls = false,
): Promise<readonly ProtocolEvent[]> {
  const source = new Readable({ read: () => {} });
  let answered = false;
  const target = await rawTarget(
    (socket) => {
      if (answered) return;
      answered = true;
      socket.write(reply);
      leave(socket);
      for (let piece = 0; piece < 4; piece += 1) source.push(body);
    },
    tls ? { cert: pem('good-cert'), key: pem('leaf-key') } : undefined,
  );
  const events: ProtocolEvent[] = [];
  const options: SendOptions = {
    report: (event) => void events.push(event),
    lookup: () => Promise.resolve(['127.0.0.1']),
    ca: pem('authority-cert'),
  };
  source.push(body);
  const url = `${tls ? 'https' : 'http'}://localhost:${target.port}/`;
  await sendUpload(
    { ...envelopeFor(target.port, '', { url }), bodyLength: body.length * 9 },
    source,
    options,
  );
  return events;
}

const refusal = 'HTTP/1.1 413 Content Too Large\r\nContent-Length: 8\r\n\r\ntoo much';

test.each([
  ['reset', (socket: Socket) => void socket.resetAndDestroy(), false],
  ['closed', (socket: Socket) => void socket.destroy(), false],
  ['closed under TLS', (socket: Socket) => void socket.destroy(), true],
])('an early answer is read although the connection was %s after it', async (_, leave, tls) => {
  const events = await answeredInTheMiddle(leave, refusal, tls);
  expect(events).toContainEqual(expect.objectContaining({ type: 'reply-head', status: 413 }));
  expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 8 });
});

test.each([
  false,
  true,
])('an early answer that ends with the connection is whole, although it was closed after it (TLS: %s)', async (tls) => {
  const leave = (socket: Socket) => void socket.end(() => socket.destroy());
  const events = await answeredInTheMiddle(leave, 'HTTP/1.0 413 No\r\n\r\ntoo much', tls);
  expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 8 });
});

test('half an early answer is reported as a reset in the middle of the reply', async () => {
  const events = await answeredInTheMiddle((socket) => void socket.resetAndDestroy(), refusal.slice(0, -3));
  expect(events.at(-1)).toMatchObject({ type: 'error', code: 'reset-during-reply' });
});

test('a reset without an answer is reported as one', async () => {
  const events = await answeredInTheMiddle((socket) => void socket.resetAndDestroy(), '');
  expect(events.at(-1)).toMatchObject({ type: 'error', code: 'reset-before-reply' });
});
