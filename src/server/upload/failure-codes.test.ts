/**
 * Every failure of the protocol, made by a real socket. The table is exhaustive at compile time: a new
 * code without a case that brings it about does not compile.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { TlsOptions } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { serveForTest } from '../../test/raw-client.ts';
import { answerAfter, envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';
import type { Envelope, FailureCode, ProtocolEvent } from '../../upload/protocol.ts';
import { handleSend } from '../proxy/proxy.ts';
import { type SendOptions, sendUpload } from './send-upload.ts';

/** The last event of an upload that meets the failure. */
type Case = () => Promise<ProtocolEvent | undefined>;

const cases: Readonly<Record<FailureCode, Case | 'reported by the page or the command line'>> = {
  'envelope-invalid': () => throughProxy('no envelope\n'),
  'target-invalid': () => to({ url: 'http://127.0.0.1/a b' }),
  'target-forbidden': () => to({ url: 'http://169.254.169.254/' }),
  // Longer than any label of a name: the system's resolver says so without asking anybody.
  'name-not-found': () => to({ url: `http://${'a'.repeat(64)}.invalid/` }),
  // No resolver can be made to fail on demand: a look-up that never answers stands for it.
  'name-lookup-failed': () =>
    to({ url: 'http://media.example/', limits: { connect: 0.05 } }, { lookup: () => new Promise(() => {}) }),
  // TCP has no route to a group of hosts, and no packet leaves.
  'no-route': () => to({ url: 'http://224.0.0.1/' }, { policy: () => null }),
  refused: async () => to({ url: `http://127.0.0.1:${await closedPort()}/` }),
  'connect-timeout': async () => {
    const url = `http://127.0.0.1:${await deafPort()}/`;
    return to({ url, limits: { connect: 0.2 } });
  },
  'tls-expired': () => overTls('expired-cert'),
  'tls-not-yet-valid': () => overTls('future-cert'),
  'tls-wrong-name': () => overTls('other-cert'),
  'tls-self-signed': () => overTls('self-signed-cert', 'self-signed-key'),
  'tls-unknown-authority': () => overTls('good-cert', 'leaf-key', {}),
  'tls-protocol': () => answered('HTTP/1.1 400 Bad Request\r\n\r\n', 'https'),
  'tls-client-certificate': () =>
    overTls('good-cert', 'leaf-key', undefined, { requestCert: true, rejectUnauthorized: true }),
  'tls-http2-only': () => overTls('good-cert', 'leaf-key', undefined, { ALPNProtocols: ['h2'] }),
  'tls-expected': async () => {
    const target = await rawTarget(() => {}, { cert: pem('good-cert'), key: pem('leaf-key') });
    return (await upload(envelopeFor(target.port, 'hello'), 'hello')).last;
  },
  'reset-before-reply': () => met((socket) => socket.resetAndDestroy()),
  'reset-during-reply': () =>
    met((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Len');
      socket.end();
    }),
  silence: () => met(() => {}, { limits: { silence: 0.1 } }),
  'total-timeout': () =>
    met(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        const trickle = setInterval(() => socket.write('x'), 20);
        socket.on('close', () => clearInterval(trickle));
      },
      { limits: { total: 0.2 } },
    ),
  'not-http': () => answered('SSH-2.0-OpenSSH_9.2\r\n'),
  'reply-head-too-large': () => answered(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(300_000)}\r\n\r\n`),
  'reply-too-short': () => answered('HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhi'),
  'body-too-short': () => met(() => {}, { bodyLength: 6 }),
  'body-too-long': () => met(() => {}, { bodyLength: 4 }),
  'media-unreadable': async () => {
    const target = await rawTarget(() => {});
    const source = new Readable({ read: () => source.destroy(new Error('the file is gone')) });
    return lastOf((report) => sendUpload(envelopeFor(target.port, 'hello'), source, { report }));
  },
  cancelled: () => {
    const abort = new AbortController();
    return met(() => abort.abort(), {}, { signal: abort.signal });
  },
  'media-changed': 'reported by the page or the command line',
  'media-changed-while-sent': 'reported by the page or the command line',
  'proxy-unreachable': 'reported by the page or the command line',
  'proxy-refused': 'reported by the page or the command line',
  internal: 'reported by the page or the command line',
};

const made = Object.entries(cases).filter((entry): entry is [string, Case] => typeof entry[1] === 'function');

test.each(made)('%s', async (code, act) => {
  expect(await act()).toMatchObject({ type: 'error', code });
});

async function lastOf(
  work: (report: (event: ProtocolEvent) => void) => Promise<void>,
): Promise<ProtocolEvent | undefined> {
  const events: ProtocolEvent[] = [];
  await work((event) => void events.push(event));
  return events.at(-1);
}

async function to(changes: Partial<Envelope>, options: Partial<SendOptions> = {}) {
  return (await upload(envelopeFor(1, '', changes), '', options)).last;
}

/** A server that acts when the body is there. */
async function met(
  act: (socket: Socket) => void,
  changes: Partial<Envelope> = {},
  options: Partial<SendOptions> = {},
) {
  const target = await rawTarget((socket, received) => {
    if (received().toString('latin1').endsWith('hello')) act(socket);
  });
  return (await upload({ ...envelopeFor(target.port, 'hello'), ...changes }, 'hello', options)).last;
}

async function answered(reply: string, scheme = 'http') {
  const target = await rawTarget(
    scheme === 'https' ? (socket) => void socket.end(reply) : answerAfter('hello', reply),
  );
  const url = `${scheme}://127.0.0.1:${target.port}/`;
  return (await upload(envelopeFor(target.port, 'hello', { url }), 'hello')).last;
}

async function overTls(
  cert: string,
  key = 'leaf-key',
  options: Partial<SendOptions> = { ca: pem('authority-cert') },
  more: TlsOptions = {},
) {
  const target = await rawTarget(() => {}, { cert: pem(cert), key: pem(key), ...more });
  const envelope = envelopeFor(target.port, '', { url: `https://localhost:${target.port}/` });
  const lookup = () => Promise.resolve(['127.0.0.1']);
  return (await upload(envelope, '', { lookup, ...options })).last;
}

function pem(name: string): string {
  return readFileSync(new URL(`../../test/fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
}

async function throughProxy(body: string): Promise<ProtocolEvent | undefined> {
  const port = await serveForTest((incoming, outgoing) => void handleSend(incoming, outgoing));
  const sending = request({ port, host: '127.0.0.1', method: 'POST', agent: false });
  sending.end(body);
  const [response] = await once(sending, 'response');
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return JSON.parse(text.trim().split('\n').at(-1) ?? '');
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A port whose server never accepts: with its queue full the kernel lets a connection wait. */
async function deafPort(): Promise<number> {
  const program = `
    const { createServer } = require('node:net');
    const { parentPort } = require('node:worker_threads');
    const server = createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    });`;
  const worker = new Worker(program, { eval: true });
  onTestFinished(async () => void (await worker.terminate()));
  const [port] = (await once(worker, 'message')) as [number];
  const waiting = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  onTestFinished(() => {
    for (const socket of waiting) socket.destroy();
  });
  await Promise.race(waiting.map((socket) => once(socket, 'connect')));
  return port;
}
