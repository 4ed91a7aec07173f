/** Connections that end without a reply, and why, as far as TLS shows. */
import { readFileSync } from 'node:fs';
import { createServer as createHttp2 } from 'node:http2';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { envelopeFor, rawTarget, upload } from '../../test/raw-target.ts';

const pem = (name: string) =>
  readFileSync(new URL(`../../test/fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
const certificate = { cert: pem('good-cert'), key: pem('leaf-key') };

async function overTls(options: TlsOptions, act: (socket: Socket) => void = () => {}) {
  const { port } = await rawTarget(act, { ...certificate, ...options });
  const envelope = envelopeFor(port, 'hello', { url: `https://localhost:${port}/` });
  const lookup = () => Promise.resolve(['127.0.0.1']);
  const sent = await upload(envelope, 'hello', { lookup, ca: pem('authority-cert') });
  return sent.last;
}

const versions = ['TLSv1.2', 'TLSv1.3'] as const;

test.each(versions)('a server that demands a client certificate is reported as that: %s', async (version) => {
  const demands = { requestCert: true, rejectUnauthorized: true };
  const last = await overTls({ ...demands, minVersion: version, maxVersion: version });
  expect(last).toMatchObject({ type: 'error', code: 'tls-client-certificate' });
});

test.each(versions)('one that asks for it and closes when it gets none, too: %s', async (version) => {
  const asks = { requestCert: true, rejectUnauthorized: false };
  const last = await overTls({ ...asks, minVersion: version, maxVersion: version }, (socket) => {
    socket.destroy();
  });
  expect(last).toMatchObject({ type: 'error', code: 'tls-client-certificate' });
});

test('one that asks for it and does without is as any other', async () => {
  const last = await overTls({ requestCert: true, rejectUnauthorized: false }, (socket) => {
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
  expect(last).toMatchObject({ type: 'end' });
});

test('one that asks for none and closes, and ciphers that do not meet, are something else', async () => {
  expect(await overTls({}, (socket) => void socket.destroy())).toMatchObject({ code: 'reset-before-reply' });
  const old = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA256' } as const;
  expect(await overTls(old)).toMatchObject({ code: 'tls-protocol' });
});

test('HTTP/2 alone is recognized by its refusal of HTTP/1.1 and by its frames, over TLS and without', async () => {
  expect(await overTls({ ALPNProtocols: ['h2'] })).toMatchObject({ code: 'tls-http2-only' });
  const frames = await overTls({}, (socket) => {
    socket.end(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]));
  });
  expect(frames).toMatchObject({ code: 'tls-http2-only' });
  const server = createHttp2().on('sessionError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { last } = await upload(envelopeFor(port, 'hello'), 'hello');
  expect(last).toMatchObject({ code: 'tls-http2-only' });
});

test('a port that speaks TLS is recognized, whether it answers plain http by an alert or by nothing', async () => {
  const silent = await rawTarget(() => {}, certificate);
  const { last } = await upload(envelopeFor(silent.port, 'hello'), 'hello');
  expect(last).toMatchObject({ type: 'error', code: 'tls-expected' });
  const alert = Buffer.from([21, 3, 1, 0, 2, 2, 22]);
  const alerting = await rawTarget((socket) => void socket.end(alert));
  const { last: other } = await upload(envelopeFor(alerting.port, 'hello'), 'hello');
  expect(other).toMatchObject({ type: 'error', code: 'tls-expected' });
});

test('a plain port that closes without a word is asked for TLS once, and nothing is made of its no', async () => {
  const firsts: string[] = [];
  const server = createServer((socket) => {
    socket
      .on('error', () => {})
      .once('data', (bytes) => {
        firsts.push(bytes.toString('latin1', 0, 2));
        socket.destroy();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { last } = await upload(envelopeFor(port, 'hello'), 'hello');
  expect(last).toMatchObject({ type: 'error', code: 'reset-before-reply' });
  expect(firsts).toEqual(['PO', '\x16\x03']);
});
