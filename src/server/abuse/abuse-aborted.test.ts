/**
 * Requests that are given up, of every kind of address: reset at once, in the answer, never read, after an
 * answer that closes. None leaks a descriptor or memory, and the next honest one is served at once.
 */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { hosted, publicHost, tokenOf, upload } from '../../test/hosted-client.ts';
import { openDescriptors } from '../../test/open-descriptors.ts';
import { exchangeRaw } from '../../test/raw-client.ts';
import { answerAfter, envelopeFor, rawTarget } from '../../test/raw-target.ts';
import { freeBlocks } from '../reused-reads/block-pool.ts';
import { startServer } from '../start-server.ts';

/** More than a connection's buffers hold, so that an answer is broken off in its middle. */
const large = Buffer.alloc(6 * 1024 * 1024, 'large ');

function pageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'playground-aborted-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<div id="root" inert>page</div>');
  writeFileSync(join(folder, 'sample.jpg'), 'photo');
  writeFileSync(join(folder, 'assets', 'editor-abc.js'), large);
  return folder;
}

/** Collected memory of this process, with both ends of every connection in it. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const addresses = (host: string, token: string): readonly string[] => {
  const get = (path: string, ...more: readonly string[]) =>
    ['GET', path, 'HTTP/1.1\r\nHost:', host].join(' ') + ['', ...more, '', ''].join('\r\n');
  const post = (path: string, length: number, body: string) =>
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${length}\r\n\r\n${body}`;
  const send = (length: number, body: string) =>
    [
      `POST /api/send HTTP/1.1\r\nHost: ${host}`,
      `Origin: ${host === publicHost ? 'https' : 'http'}://${host}`,
      'Content-Type: application/octet-stream',
      `X-Playground-Token: ${token}\r\nContent-Length: ${length}\r\n\r\n${body}`,
    ].join('\r\n');
  return [
    get('/'),
    get('/', 'Accept-Encoding: gzip'),
    get('/').replace('GET', 'HEAD'),
    get('/sample.jpg'),
    get('/sample.jpg', 'Range: bytes=5-1', 'If-None-Match: *'),
    get('/assets/editor-abc.js'),
    get('/nothing') + get('/assets/editor-abc.js').repeat(200),
    get('/sample.jpg', 'Connection: close') + get('/').repeat(50),
    get('/sample.jpg').replace('GET', 'OPTIONS'),
    get('/sample.jpg').slice(0, 20),
    get('/', ...Array.from({ length: 2000 }, (_, index) => `a${index}:`)),
    get('/api/token'),
    get('/api/token', 'Origin: http://evil.example'),
    get('/demo/last'),
    post('/demo/upload', 10_000_000, 'x'.repeat(100_000)),
    post('/demo/upload?scenario=never', 3, 'abc') + get('/').repeat(20),
    post('/demo/upload?scenario=endless', 3, 'abc'),
    send(1000, '{"method":'),
    send(1000, `${JSON.stringify(envelopeFor(1, '', { bodyLength: 900 }))}\n`),
    send(2_000_000, '{'.repeat(100_000)),
  ];
};

type Leave = (socket: Socket) => void | Promise<void>;

const leaving: readonly Leave[] = [
  (socket) => void socket.resetAndDestroy(),
  (socket) => void socket.destroy(),
  (socket) => void socket.pause().end(),
  async (socket) => {
    await Promise.race([once(socket, 'data'), once(socket, 'close'), once(socket, 'end')]).catch(() => {});
    socket.resetAndDestroy();
  },
];

/** Asks, and goes away in the way of its turn. */
async function giveUp(port: number, request: string, leave: Leave): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve) => {
    socket.write(request, () => resolve());
    socket.on('close', () => resolve());
  });
  // Some of them are never answered.
  const gone = setTimeout(() => socket.destroy(), 200);
  await leave(socket);
  await closed;
  clearTimeout(gone);
}

async function soak(port: number, host: string, token: string, count: number): Promise<void> {
  const requests = addresses(host, token);
  const ways = requests.flatMap((request) => leaving.map((leave) => ({ request, leave })));
  for (let done = 0; done < count; done += ways.length) {
    await Promise.all(ways.map(({ request, leave }) => giveUp(port, request, leave)));
  }
}

/** The first round warms up: code is compiled, buffers and threads are there. */
async function expectFlat(run: (count: number) => Promise<void>): Promise<void> {
  await run(160);
  const [descriptors, blocks, bytes] = [openDescriptors(), freeBlocks(), memory()];
  await run(2000);
  await expect.poll(openDescriptors, { timeout: 10_000 }).toBeLessThanOrEqual(descriptors + 5);
  await expect.poll(freeBlocks, { timeout: 10_000 }).toBe(blocks);
  await expect.poll(memory, { timeout: 30_000 }).toBeLessThan(bytes + 8 * 1024 * 1024);
}

/** Milliseconds, on a machine that is busy with others; a few seconds where it is not. */
const timeout = 120_000;

test('on one’s own machine 2,000 requests that are given up leak nothing', { timeout }, async () => {
  const started = await startServer({ port: 0, page: pageFolder() });
  if (started.kind === 'failed') throw new Error(started.text);
  onTestFinished(started.close);
  const { port } = started;
  const host = `127.0.0.1:${port}`;
  const asked = await exchangeRaw(
    port,
    `GET /api/token HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  );
  const { token } = JSON.parse(asked.body.toString());
  await expectFlat((count) => soak(port, host, token, count));
  const page = await exchangeRaw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(page.status).toBe(200);
});

test('hosted, they leave no place taken either', { timeout }, async () => {
  const wide = { uploadsPerMinute: 1_000_000, uploadsAtOnce: 10_000, uploadsAtOncePerClient: 10_000 };
  const { port } = await hosted({ limits: wide }, { page: pageFolder() });
  const token = await tokenOf(port);
  await expectFlat((count) => soak(port, publicHost, token, count));
  const target = await rawTarget(answerAfter('hello', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));
  const { events } = await upload(port, envelopeFor(target.port, 'hello'), 'hello');
  expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 2 });
});
