/** Several senders at one load balancer: they share nothing but the secret of their tokens. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { balancers, hasNginx, nginx, type StartBalancer } from '../../test/balancers.ts';
import { ask, openUpload, publicHost, testConfig, upload } from '../../test/hosted-client.ts';
import { configFile, ensureProgram, type HostedProcess, startProcess } from '../../test/hosted-processes.ts';
import { envelopeFor, rawTarget } from '../../test/raw-target.ts';

beforeAll(ensureProgram, 180_000);

async function senders(count: number, startBalancer: StartBalancer) {
  const file = configFile({ ...testConfig, trustedProxies: 1 });
  const processes = await Promise.all(Array.from({ length: count }, () => startProcess(file)));
  return { processes, at: await startBalancer(processes.map(({ port }) => port)) };
}

/** Answers when all of `length` bytes are there, and keeps them. */
function mediaServer(length: number) {
  return rawTarget((socket, received) => {
    const bytes = received();
    if (bytes.length - bytes.indexOf('\r\n\r\n') - 4 >= length) {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    }
  });
}

/** One that reads nothing until it is told to. */
async function slowMediaServer(length: number) {
  const sockets: Socket[] = [];
  const pieces: Buffer[] = [];
  let got = 0;
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.push(socket.on('error', () => {}));
    socket.on('data', (piece) => {
      pieces.push(piece);
      got += piece.length;
      if (got > length) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    socket.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const goOn = () => sockets.forEach((socket) => void socket.resume());
  return { port, sockets, goOn, received: () => Buffer.concat(pieces) };
}

/** Ten looks, 50 ms apart, of which no two differ. */
async function expectStill(look: () => number): Promise<void> {
  let last = Number.NaN;
  let same = 0;
  const looks = () => {
    same = look() === last ? same + 1 : 0;
    last = look();
    return same;
  };
  await expect.poll(looks).toBeGreaterThan(10);
}

const bodyOf = (request: Buffer) => request.subarray(request.indexOf('\r\n\r\n') + 4);
const uploadsOf = ({ errors }: HostedProcess) => errors().match(/"outcome":"reply"/g)?.length ?? 0;

/** Bytes of no pattern that a wrong order could hide in. */
function someBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE((at * 2_654_435_761) >>> 0, at);
  return bytes;
}

describe.each(balancers)('with %s in front', (_, startBalancer) => {
  test('uploads go through any sender with a token of any other, to the byte', async () => {
    const { processes, at } = await senders(3, startBalancer);
    const body = someBytes(3_000_000);
    for (let count = 0; count < 6; count += 1) {
      const target = await mediaServer(body.length);
      const { events } = await upload(at, envelopeFor(target.port, body), body);
      expect(events.at(-1)).toMatchObject({ type: 'end', replyBytes: 2 });
      expect(bodyOf(target.received()).equals(body)).toBe(true);
    }
    await expect.poll(() => processes.map(uploadsOf).reduce((sum, each) => sum + each)).toBe(6);
    expect(processes.filter((each) => uploadsOf(each) > 0).length).toBeGreaterThan(1);
  });

  test('all senders are replaced while an upload runs: it is finished, and the next one goes to the new ones', async () => {
    const { processes, at } = await senders(2, startBalancer);
    const body = someBytes(2_000_000);
    const first = await mediaServer(body.length);
    const { sending, reply } = await openUpload(at, envelopeFor(first.port, body));
    sending.write(body.subarray(0, 1_000_000));
    await expect.poll(() => bodyOf(first.received()).length).toBe(1_000_000);
    // The one without an upload ends at once, the other one when its upload is through.
    for (const { child } of processes) child.kill('SIGTERM');
    const ended = processes.map((each) => each.ended);
    await Promise.race(ended);
    const fresh = await startProcess(
      configFile({ ...testConfig, trustedProxies: 1 }),
      '--port',
      String(freed(processes)),
    );
    const second = await mediaServer(body.length);
    expect((await upload(at, envelopeFor(second.port, body), body)).events.at(-1)).toMatchObject({
      type: 'end',
    });
    sending.end(body.subarray(1_000_000));
    expect((await reply).events.at(-1)).toMatchObject({ type: 'end' });
    for (const { received } of [first, second]) expect(bodyOf(received()).equals(body)).toBe(true);
    expect(await Promise.all(ended)).toEqual(ended.map(() => ({ status: 0, signal: null })));
    await expect.poll(() => uploadsOf(fresh)).toBe(1);
  });

  test('a target that is slower than its caller gets all of it, to the byte', async () => {
    const { at } = await senders(2, startBalancer);
    const body = someBytes(30_000_000);
    const target = await slowMediaServer(body.length);
    const { sending, reply } = await openUpload(at, envelopeFor(target.port, body));
    sending.write(body);
    // The target has taken nothing, and every buffer in between is full.
    await expect.poll(() => target.sockets.length).toBe(1);
    await expectStill(() => sending.socket?.bytesWritten ?? 0);
    target.goOn();
    sending.end();
    expect((await reply).events.at(-1)).toMatchObject({ type: 'end' });
    expect(bodyOf(target.received()).equals(body)).toBe(true);
  });

  test('events come as they happen once the upload is through', async () => {
    const { at } = await senders(2, startBalancer);
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n';
    let finish = () => {};
    const target = await rawTarget((socket, received) => {
      if (!received().toString('latin1').endsWith('0123456789')) return;
      socket.write(`${head}on`);
      finish = () => void socket.end('ce');
    });
    const { sending, reply } = await openUpload(at, envelopeFor(target.port, '0123456789'));
    const seen = new Promise<void>((resolve) => {
      sending.once('response', (response) => {
        response.on('data', (piece) => {
          if (String(piece).includes('"type":"reply-body"')) resolve();
        });
      });
    });
    sending.end('0123456789');
    await seen;
    finish();
    expect((await reply).events.at(-1)).toMatchObject({ type: 'end', replyBytes: 4 });
  });

  test('the page and its token come from any of them, under the public name alone', async () => {
    const { at } = await senders(2, startBalancer);
    for (let count = 0; count < 4; count += 1) {
      expect((await ask(at, '/')).text).toContain(publicHost);
      expect((await ask(at, '/', 'evil.example')).status).toBe(403);
    }
  });
});

if (hasNginx) {
  test('through nginx a refusal comes in the sender’s own words, though megabytes are on their way', async () => {
    const { at } = await senders(2, nginx);
    const body = someBytes(8_000_000);
    for (let count = 0; count < 10; count += 1) {
      const { status, text } = await upload(at, envelopeFor(1, body), body, {
        'X-Playground-Token': 'stale',
      });
      expect({ status, code: text.slice(0, 21) }).toEqual({ status: 403, code: '{"code":"token-wrong"' });
    }
  });
}

/** The port of the process that has ended. */
function freed(processes: readonly HostedProcess[]): number {
  return processes.find(({ child }) => child.exitCode !== null)?.port ?? 0;
}
