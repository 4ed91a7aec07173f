import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { eventsIn } from '../../test/raw-client.ts';
import { envelopeFor, type RawTarget, rawTarget } from '../../test/raw-target.ts';
import { runningHashesOf } from '../../test/running-hashes.ts';
import type { Envelope, ProtocolEvent } from '../../upload/protocol.ts';
import { handleSend, type ProxyOptions } from '../proxy/proxy.ts';
import { freeBlocks } from './block-pool.ts';
import { reuseReads } from './reused-reads.ts';

const all = freeBlocks();
const body = randomBytes(5e6);
const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi';

/** A server as `serve` has it: what is not an upload is answered with the request's own body. */
async function server(options: ProxyOptions = {}): Promise<number> {
  const http = createServer(async (incoming, outgoing) => {
    if (incoming.url === '/send') return handleSend(incoming, outgoing, options);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    outgoing.end(Buffer.concat(chunks));
  });
  reuseReads(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(async () => {
    const closed = once(http, 'close');
    http.close();
    http.closeAllConnections();
    // Every connection is counted out again, moved as it was.
    await closed;
    await expect.poll(freeBlocks).toBe(all);
  });
  return (http.address() as AddressInfo).port;
}

/** Answers once `length` bytes came after the head. */
function sink(length: number): Promise<RawTarget> {
  return rawTarget((socket, received) => {
    if (bodyIn(received()).length === length) socket.end(ok);
  });
}

function bodyIn(received: Buffer): Buffer {
  return received.subarray(received.indexOf('\r\n\r\n') + 4);
}

const start = (envelope: Envelope) => Buffer.from(`${JSON.stringify(envelope)}\n`);

async function send(
  port: number,
  pieces: readonly Uint8Array[],
  agent?: Agent,
): Promise<readonly ProtocolEvent[]> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const sending = request({
    port,
    path: '/send',
    method: 'POST',
    headers: { 'Content-Length': length },
    agent: agent ?? false,
  });
  const responded = once(sending, 'response') as Promise<[IncomingMessage]>;
  for (const piece of pieces) {
    if (!sending.write(piece)) await once(sending, 'drain');
    await new Promise(setImmediate);
  }
  sending.end();
  const [response] = await responded;
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return eventsIn(text);
}

function receiptOf(events: readonly ProtocolEvent[]) {
  const receipt = events.at(-2);
  if (receipt?.type !== 'receipt') throw new Error(`No receipt, but ${JSON.stringify(events.at(-1))}`);
  return receipt;
}

describe.each(['on', 'off'])('reused reads %s', (state) => {
  test.each([
    ['in one piece', [body.length]],
    ['cut after a few bytes', [1, body.length]],
    ['cut where the hashes are noted', [2 ** 20, 2 ** 21, 3 * 2 ** 20, body.length]],
    ['cut in odd places', [70_000, 131_072, 1_000_001, 1_000_002, 4_999_999, body.length]],
  ])('a large body goes out as it came, %s', async (_, cuts) => {
    let fewest = all;
    const target = await rawTarget((socket, received) => {
      fewest = Math.min(fewest, freeBlocks());
      if (bodyIn(received()).length === body.length) socket.end(ok);
    });
    vi.stubEnv('PLAYGROUND_REUSED_READS', state);
    onTestFinished(() => void vi.unstubAllEnvs());
    const port = await server();
    const pieces = cuts.map((to, index) => body.subarray(cuts[index - 1] ?? 0, to));
    const events = await send(port, [start(envelopeFor(target.port, body)), ...pieces]);
    expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 2 });
    if (state === 'on') expect(fewest).toBeLessThan(all);
    else expect(fewest).toBe(all);
    expect(bodyIn(target.received()).equals(body)).toBe(true);
    expect(receiptOf(events)).toMatchObject({
      bodyBytes: body.length,
      hashes: await runningHashesOf(body),
    });
  });
});

test('a connection that was used before serves an upload and is closed after it', async () => {
  const port = await server();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const first = request({ port, method: 'POST', agent });
  first.end('some text');
  const [answer] = (await once(first, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  expect(text).toBe('some text');
  const target = await sink(body.length);
  const events = await send(port, [start(envelopeFor(target.port, body)), body], agent);
  expect(receiptOf(events).hashes).toEqual(await runningHashesOf(body));
});

test('many at once share the blocks, and each body arrives as its own', async () => {
  const port = await server();
  const uploads = Array.from({ length: 30 }, async (_, index) => {
    const own = Buffer.concat([Buffer.from([index]), body.subarray(index, index + 1e6)]);
    const target = await sink(own.length);
    const events = await send(port, [start(envelopeFor(target.port, own)), own]);
    expect(receiptOf(events).hashes).toEqual(await runningHashesOf(own));
    expect(bodyIn(target.received()).equals(own)).toBe(true);
  });
  await Promise.all(uploads);
});

test('a target that does not read holds the caller up', async () => {
  const port = await server();
  const target = await rawTarget((socket) => void socket.pause());
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const length = 64e6;
  const line = start({ ...envelopeFor(target.port, ''), bodyLength: length, limits: { silence: 0.3 } });
  socket.write(`POST /send HTTP/1.1\r\nHost: h\r\nContent-Length: ${line.length + length}\r\n\r\n`);
  socket.write(line);
  let accepted = 0;
  for (let piece = 0; piece < 64; piece += 1) {
    socket.write(Buffer.alloc(1e6), () => {
      accepted += 1;
    });
  }
  let answer = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    answer += chunk;
    if (answer.includes('"silence"')) break;
  }
  // The kernel's buffers hold some megabytes on either side.
  expect(accepted).toBeLessThan(32);
});

test('an early answer ends the upload, and the rest is read and dropped', async () => {
  const port = await server();
  const target = await rawTarget((socket) => void socket.end('HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n'));
  const events = await send(port, [
    start({ ...envelopeFor(target.port, ''), bodyLength: body.length * 6 }),
    ...Array(6).fill(body),
  ]);
  expect(events.at(-1)).toMatchObject({ type: 'end' });
  const { bodyBytes, hashes } = receiptOf(events);
  const sent = Buffer.concat(Array(6).fill(body)).subarray(0, bodyBytes);
  expect(hashes).toEqual(await runningHashesOf(sent));
});

test('an upload that could not even begin is read and dropped', async () => {
  const port = await server({ policy: () => 'no' });
  const events = await send(port, [start(envelopeFor(9, body)), body]);
  expect(events.at(-1)).toMatchObject({ type: 'error', code: 'target-forbidden' });
});

test.each([
  ['closes its side', (socket: { end(): unknown }) => void socket.end()],
  ['is gone', (socket: { resetAndDestroy(): unknown }) => void socket.resetAndDestroy()],
])('a caller that %s in the middle closes the connection to the target', async (_, leave) => {
  const seen: ProtocolEvent[] = [];
  const port = await server({ observe: (event) => void seen.push(event) });
  const socket = connect(port, '127.0.0.1')
    .on('error', () => {})
    .resume();
  onTestFinished(() => void socket.destroy());
  const target = await rawTarget((_socket, received) => {
    if (bodyIn(received()).length === 1e6) leave(socket);
  });
  const line = start(envelopeFor(target.port, body));
  socket.write(`POST /send HTTP/1.1\r\nHost: h\r\nContent-Length: ${line.length + body.length}\r\n\r\n`);
  socket.write(Buffer.concat([line, body.subarray(0, 1e6)]));
  await target.closed;
  await expect.poll(() => seen.at(-1)).toMatchObject({ type: 'error', code: 'cancelled' });
  expect(seen.at(-2)).toMatchObject({
    type: 'receipt',
    hashes: await runningHashesOf(body.subarray(0, 1e6)),
  });
});

test('hundreds of callers that go away at any moment leak no block', async () => {
  const port = await server();
  const target = await rawTarget((socket) => void socket.resume());
  const line = start(envelopeFor(target.port, body));
  const head = `POST /send HTTP/1.1\r\nHost: h\r\nContent-Length: ${line.length + body.length}\r\n\r\n`;
  const whole = Buffer.concat([Buffer.from(head), line, body.subarray(0, 600_000)]);
  const leave = async (index: number) => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    await new Promise<void>((resolve) => {
      socket.write(whole.subarray(0, Math.floor((whole.length * index) / 300)), () => resolve());
      socket.on('close', () => resolve());
    });
    for (let turn = 0; turn < index % 7; turn += 1) await new Promise(setImmediate);
    if (index % 2 === 0) socket.resetAndDestroy();
    else socket.destroy();
  };
  for (let first = 1; first < 300; first += 23) {
    await Promise.all(Array.from({ length: 23 }, (_, index) => leave(first + index)));
  }
  await expect.poll(freeBlocks, { timeout: 10_000 }).toBe(all);
  const honest = await sink(body.length);
  const events = await send(port, [start(envelopeFor(honest.port, body)), body]);
  expect(receiptOf(events).hashes).toEqual(await runningHashesOf(body));
});

test('a large body goes out over TLS as it came', async () => {
  const file = (name: string) =>
    readFileSync(new URL(`../../test/fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
  const target = await rawTarget(
    (socket, received) => {
      if (bodyIn(received()).length === body.length) socket.end(ok);
    },
    { cert: file('self-signed-cert'), key: file('self-signed-key') },
  );
  const port = await server();
  const url = `https://127.0.0.1:${target.port}/`;
  const refused = await send(port, [start(envelopeFor(target.port, body, { url })), body]);
  const tls = refused.find((event): event is ProtocolEvent & { type: 'tls' } => event.type === 'tls');
  const acceptCertificate = tls?.chain[0]?.fingerprint ?? '';
  const events = await send(port, [start(envelopeFor(target.port, body, { url, acceptCertificate })), body]);
  expect(receiptOf(events).hashes).toEqual(await runningHashesOf(body));
  expect(bodyIn(target.received()).equals(body)).toBe(true);
});
