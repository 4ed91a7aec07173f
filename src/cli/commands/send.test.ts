import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

let folder: string;
let photo: string;
let server: Server;
let received: Buffer;
let answer: (socket: Socket) => void;
const sockets = new Set<Socket>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'send-'));
  photo = join(folder, 'západ.jpg');
  writeFileSync(photo, Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(100_000, '\r\n--B')]));
  received = Buffer.alloc(0);
  answer = () => {};
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.includes('\r\n--END--\r\n')) answer(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  if (server.listening) {
    server.close();
    await once(server, 'close');
  }
  rmSync(folder, { recursive: true });
});

const xml = (port = (server.address() as AddressInfo).port) => `<account>
  <genericMediaUploadUrl>http://127.0.0.1:${port}/up?d=%description%</genericMediaUploadUrl>
  <genericMediaUploadMethod>put</genericMediaUploadMethod>
  <genericMediaUploadMultipartData>d=%description%&amp;f=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>x-lower: é %description%</genericMediaUploadCustomHeaders>
</account>`;

const common = () => ['-', '--media', photo, '--boundary', 'END', '--param', 'description=Šípek 🌅'];
const send = (...args: string[]) => runCaptured(['send', ...common(), ...args], { input: xml() });

function replies(status: string, body: string, type = 'text/xml') {
  const length = Buffer.byteLength(body);
  answer = (socket) =>
    socket.end(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n${body}`);
}

test('the server gets the bytes that preview prints', async () => {
  replies('200 OK', '<r><media_url>https://m.example/1</media_url></r>');
  const { status, text } = await send();
  const preview = await runCaptured(['preview', ...common()], { input: xml() });
  expect(received.equals(preview.out)).toBe(true);
  expect(status).toBe(0);
  expect(text).toMatch(/^Upload succeeded\n/);
});

test('a failed verdict ends with 1 and says what the user reads', async () => {
  replies('402 Payment Required', '{"message":"Not enough credit"}', 'application/json');
  const { status, text } = await send();
  expect(status).toBe(1);
  expect(text).toMatch(/^Upload failed\n.*Not enough credit/);
});

test('the JSON format is the verdict, and what went over the wire', async () => {
  replies('201 Created', '<r><media_url>https://m.example/1</media_url></r>');
  const { text } = await send('--format', 'json');
  expect(JSON.parse(text)).toMatchObject({
    success: true,
    mediaUrl: 'https://m.example/1',
    path: '/r/media_url',
    exchange: {
      address: '127.0.0.1',
      status: 201,
      statusText: 'Created',
      headers: [
        ['Content-Type', 'text/xml'],
        ['Content-Length', '49'],
      ],
      truncated: false,
      milliseconds: { end: expect.any(Number) },
    },
  });
});

test('with --format http the request is printed and the verdict goes to standard error', async () => {
  replies('200 OK', '<r><media_url>https://m.example/1</media_url></r>');
  const { out, err } = await send('--format', 'http');
  expect(received.equals(out)).toBe(true);
  expect(err).toMatch(/^Upload succeeded$/m);
});

test('advice on the request and on the reply is shown as such, or not at all', async () => {
  replies('200 OK', '<r><media_url>http://m.example/1</media_url></r>');
  const { status, text, err } = await send();
  expect(status).toBe(0);
  expect(err).toMatch(/^-:\d+:\d+ advice ACC-8 /m);
  expect(text).toMatch(/^ {2}! advice RES-7 /m);
  received = Buffer.alloc(0);
  const without = await send('--no-advice');
  expect(without.status).toBe(0);
  expect(without.text + without.err).not.toContain('advice');
});

test('no connection ends with 3, without a verdict', async () => {
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const text = await runCaptured(['send', ...common()], { input: xml(port) });
  expect(text.status).toBe(3);
  expect(text.text).toMatch(/^No complete reply: refused \(connection refused\)$/m);
  expect(text.text).toMatch(/^ {2}Try: Is the server running\?$/m);
  expect(text.text).toMatch(/^ {2}Detail: .*ECONNREFUSED/m);
  const json = await runCaptured(['send', ...common(), '--format=json'], { input: xml(port) });
  expect(JSON.parse(json.text)).toMatchObject({ failure: { code: 'refused' } });
  expect(JSON.parse(json.text)).not.toHaveProperty('success');
});

test('a reply that breaks off ends with 3, without a verdict', async () => {
  answer = (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<r><media_url>https://m.example/1');
  expect(await send()).toMatchObject({ status: 3, text: expect.stringContaining('reply-too-short') });
});

test('Ctrl+C ends an upload that waits', async () => {
  const stop = new AbortController();
  answer = () => stop.abort();
  const { status, text } = await runCaptured(['send', ...common()], { input: xml(), stop: stop.signal });
  expect(status).toBe(3);
  expect(text).toContain('cancelled');
});

test('nothing is sent where no request can be built', async () => {
  const { status, text, err } = await runCaptured(['send', '-'], { input: '<account/>' });
  expect({ status, text }).toEqual({ status: 3, text: '' });
  expect(err).toContain('ACC-9');
  expect(err).toContain('nothing was sent');
});

test('bad usage ends with 2', async () => {
  expect(await send('--boundary', 'no good ')).toMatchObject({ status: 2, text: '' });
  expect(await send('--format', 'yaml')).toMatchObject({ status: 2, text: '' });
});
