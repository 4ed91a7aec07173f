/** Pipelined requests, by the playground's own server. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exchangeRaw } from '../test/raw-client.ts';
import { serveInTurn } from './pipelining.ts';
import { startServer } from './start-server.ts';

async function playground(): Promise<number> {
  const page = mkdtempSync(join(tmpdir(), 'playground-page-'));
  onTestFinished(() => rmSync(page, { recursive: true, force: true }));
  writeFileSync(join(page, 'index.html'), '<title>page</title>');
  writeFileSync(join(page, 'sample.jpg'), 'photo');
  const started = await startServer({ port: 0, page });
  if (started.kind === 'failed') throw new Error(started.text);
  onTestFinished(started.close);
  return started.port;
}

const get = (port: number, path: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${more}\r\n`;

test('requests that are written at once are answered in their order', async () => {
  const port = await playground();
  const paths = ['/sample.jpg', '/', '/api/token', '/sample.jpg', '/favicon.ico'];
  const { body } = await exchangeRaw(port, paths.map((path) => get(port, path)).join(''));
  const answers = body.toString().match(/photo|<title>|"token"|There is nothing/g);
  expect(answers).toEqual(['photo', '<title>', '"token"', 'photo', 'There is nothing']);
});

test('after a response that closes the connection nothing is answered or prepared', async () => {
  const served: string[] = [];
  const held: ServerResponse[] = [];
  const server = createServer((request, response) => {
    held.push(response);
    serveInTurn(request, response, () => {
      served.push(request.url ?? '');
      response.writeHead(404, { Connection: 'close' }).end();
    });
  });
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await exchangeRaw(port, get(port, '/nothing') + get(port, '/file').repeat(200));
  expect(held).toHaveLength(201);
  expect(served).toEqual(['/nothing']);
});

test('a connection on which hundreds wait is closed; the next one is served', async () => {
  const port = await playground();
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.resume();
  socket.write(get(port, '/sample.jpg').repeat(2000));
  await closed;
  const { status } = await exchangeRaw(port, get(port, '/sample.jpg', 'Connection: close\r\n'));
  expect(status).toBe(200);
});
