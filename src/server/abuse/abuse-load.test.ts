/** Many at once: connections that say nothing, uploads that are cancelled. Nothing leaks, and the next one is served. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ask, hosted, openUpload, publicHost, tokenOf, upload } from '../../test/hosted-client.ts';
import { openDescriptors } from '../../test/open-descriptors.ts';
import { answerAfter, envelopeFor, rawTarget } from '../../test/raw-target.ts';
import { freeBlocks } from '../reused-reads/block-pool.ts';

const okTarget = () => rawTarget(answerAfter('hello', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));
/** So many that no limit interferes. */
const wide = { uploadsPerMinute: 1_000_000, uploadsAtOnce: 10_000, uploadsAtOncePerClient: 10_000 };

async function expectHonestUpload(port: number): Promise<void> {
  const target = await okTarget();
  const { events } = await upload(port, envelopeFor(target.port, 'hello'), 'hello');
  expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 2 });
}

/** Reads and drops, never answers, and closes when the other side does. */
async function deafTarget(): Promise<{ readonly port: number }> {
  const server = createServer((socket) => socket.on('error', () => {}).resume());
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port };
}

const inFlight = async (operationsPort: number) =>
  Number(/^playground_uploads_in_flight (\d+)$/m.exec((await ask(operationsPort, '/metrics')).text)?.[1]);

/** Settles when it is closed, from whichever side. */
async function silent(port: number, first = ''): Promise<{ socket: Socket; closed: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve));
  await once(socket, 'connect');
  // What comes is read and dropped: else the end would not be seen.
  socket.resume();
  if (first !== '') socket.write(first);
  return { socket, closed };
}

test('hundreds of connections that send nothing, or half a head, hold up nobody and are closed', async () => {
  const { port } = await hosted({ limits: { ...wide, headSeconds: 1 } });
  await expectHonestUpload(port);
  const before = openDescriptors();
  const opened = await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      silent(port, index % 2 === 0 ? '' : `POST /api/send HTTP/1.1\r\nHost: ${publicHost}\r\n`),
    ),
  );
  // Both ends are in this process.
  await expect.poll(openDescriptors).toBeGreaterThan(before + 990);
  await expectHonestUpload(port);
  await Promise.all(opened.map(({ closed }) => closed));
  await expect.poll(openDescriptors).toBeLessThanOrEqual(before + 5);
  await expectHonestUpload(port);
});

test('thousands of cancelled uploads leave no connection, no place taken and no descriptor', async () => {
  const { port, operationsPort, lines } = await hosted({ limits: wide });
  const target = await deafTarget();
  const token = await tokenOf(port);
  const body = Buffer.alloc(400_000, 'x');
  await expectHonestUpload(port);
  const before = openDescriptors();
  const blocks = freeBlocks();
  const cancelOne = async (index: number) => {
    const headers = { 'X-Playground-Token': token };
    const { sending } = await openUpload(port, envelopeFor(target.port, body), headers);
    sending.on('error', () => {});
    // Before anything is there, in the envelope, at the first event, in the body, at its end.
    if (index % 5 === 1) await once(sending, 'socket');
    if (index % 5 >= 2) await once(sending, 'response');
    if (index % 5 === 3) sending.write(body.subarray(0, 300_000));
    if (index % 5 === 4) sending.end(body);
    sending.destroy();
  };
  for (let round = 0; round < 50; round += 1) {
    await Promise.all(Array.from({ length: 40 }, (_, index) => cancelOne(index)));
  }
  await expect.poll(() => inFlight(operationsPort), { timeout: 10_000 }).toBe(0);
  await expect.poll(openDescriptors, { timeout: 10_000 }).toBeLessThanOrEqual(before + 5);
  await expectHonestUpload(port);
  expect(freeBlocks()).toBe(blocks);
  const outcomes = lines.map((line): string => JSON.parse(line).outcome);
  expect(outcomes.filter((each) => each !== 'envelope-invalid' && each !== 'cancelled')).toEqual([
    'reply',
    'reply',
  ]);
  expect(outcomes.length).toBeGreaterThan(1000);
});

test('uploads that are refused for their number leak nothing either', async () => {
  const { port, operationsPort } = await hosted({ limits: { ...wide, uploadsAtOnce: 1 } });
  const target = await okTarget();
  const first = await openUpload(port, envelopeFor(target.port, 'hello'));
  await expect.poll(() => target.received().length).toBeGreaterThan(0);
  const before = openDescriptors();
  const body = Buffer.alloc(100_000);
  const token = await tokenOf(port);
  const statuses = await Promise.all(
    Array.from({ length: 300 }, async () => {
      const headers = { 'X-Playground-Token': token };
      const { sending, reply } = await openUpload(port, envelopeFor(target.port, body), headers);
      sending.on('error', () => {});
      sending.end(body);
      return (await reply).status;
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([503]));
  await expect.poll(openDescriptors).toBeLessThanOrEqual(before + 5);
  first.sending.end('hello');
  expect((await first.reply).events.at(-1)).toMatchObject({ type: 'end' });
  await expect.poll(() => inFlight(operationsPort)).toBe(0);
  await expectHonestUpload(port);
});
