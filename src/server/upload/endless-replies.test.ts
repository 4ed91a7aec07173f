/** Replies that never become one, and such as cost more than they are worth: each has an end. */
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';
import type { Envelope } from '../../upload/protocol.ts';
import type { SendOptions } from './send-upload.ts';

/** Once the upload is there it says `first`, and then `again` for as long as it can, or every 10 ms. */
async function trickling(
  first: string,
  again: string,
  changes: Partial<Envelope>,
  options: Partial<SendOptions>,
) {
  const target = await rawTarget((socket, received) => {
    if (!received().toString('latin1').endsWith('hello')) return;
    socket.write(first);
    const trickle = setInterval(() => socket.write(again), 10);
    socket.on('close', () => clearInterval(trickle));
  });
  return upload(envelopeFor(target.port, 'hello', changes), 'hello', options);
}

/** As fast as the other side takes it. */
function pour(socket: Socket, piece: string): void {
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

const limits = { silence: 0.2, total: 20 };
const ok = 'HTTP/1.1 200 OK\r\n';

test.each([
  ['line breaks', '', '\r\n'],
  ['a head that does not end', `${ok}X: `, 'a'],
  ['lines of a head', ok, 'a: b\r\n'],
  ['an extension of a chunk', `${ok}Transfer-Encoding: chunked\r\n\r\n1;`, 'a'],
  ['trailers', `${ok}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n`, 'a: b\r\n'],
])('%s, a few bytes at a time, are silence', async (_, first, again) => {
  const { last } = await trickling(first, again, { limits }, {});
  expect(last).toMatchObject({ type: 'error', code: 'silence' });
});

test('a body that trickles is not silence', async () => {
  // At least one and a half times as long as silence may be.
  const longer = { limits: { silence: 1 } };
  const { last } = await trickling(`${ok}Content-Length: 150\r\n\r\n`, 'x', longer, {});
  expect(last).toMatchObject({ type: 'end', replyBytes: 150 });
});

test('interim replies are no silence, and not without end', async () => {
  const { events, last } = await trickling('', 'HTTP/1.1 102 Processing\r\n\r\n', {}, {});
  expect(last).toMatchObject({ type: 'error', code: 'not-http' });
  expect(events.filter(({ type }) => type === 'interim')).toHaveLength(100);
});

test('line breaks without end are no HTTP', async () => {
  const target = await rawTarget((socket, received) => {
    if (received().toString('latin1').endsWith('hello')) pour(socket, '\r\n'.repeat(10_000));
  });
  const { last } = await upload(envelopeFor(target.port, 'hello'), 'hello');
  expect(last).toMatchObject({ type: 'error', code: 'not-http' });
});

test('a few line breaks before a head are passed over, wherever it is cut', async () => {
  const target = await rawTarget((socket, received) => {
    if (!received().toString('latin1').endsWith('hello')) return;
    socket.write(`${'\r\n'.repeat(40)}HT`);
    setImmediate(() => socket.end('TP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));
  });
  const { last } = await upload(envelopeFor(target.port, 'hello'), 'hello');
  expect(last).toMatchObject({ type: 'end', replyBytes: 2 });
});

test('chunks whose extensions are far larger than they are read no further than that', async () => {
  const chunk = `1;${'a'.repeat(1000)}\r\nx\r\n`;
  const target = await rawTarget((socket, received) => {
    if (!received().toString('latin1').endsWith('hello')) return;
    socket.write(`${ok}Transfer-Encoding: chunked\r\n\r\n`);
    pour(socket, chunk.repeat(50));
  });
  const { last } = await upload(envelopeFor(target.port, 'hello'), 'hello', { maxReply: 10_000 });
  expect(last).toMatchObject({ type: 'end', truncated: true });
});

test('a reply of one-byte chunks becomes few events, and no byte is lost', async () => {
  const count = 100_000;
  const target = await rawTarget((socket, received) => {
    if (!received().toString('latin1').endsWith('hello')) return;
    socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\n${'1\r\nx\r\n'.repeat(count)}0\r\n\r\n`);
  });
  const { events, last } = await upload(envelopeFor(target.port, 'hello'), 'hello');
  expect(last).toMatchObject({ type: 'end', replyBytes: count });
  const bodies = events.flatMap((event) => (event.type === 'reply-body' ? [event.base64] : []));
  expect(Buffer.concat(bodies.map((text) => Buffer.from(text, 'base64'))).toString()).toBe('x'.repeat(count));
  expect(bodies.length).toBeLessThan(count / 200);
});

test('what came of a reply that breaks off is reported before its failure', async () => {
  const { events } = await trickling(`${ok}Content-Length: 9\r\n\r\nhalf`, '', { limits }, {});
  expect(events.map(({ type }) => type).slice(-3)).toEqual(['reply-body', 'receipt', 'error']);
});
