import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exchangeRaw, head } from '../test/raw-client.ts';
import { type StartOptions, startServer } from './start-server.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'playground-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function page(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'index.html'), '<title>page</title>');
  return folder;
}

async function start(options: Partial<StartOptions> = {}) {
  const started = await startServer({ port: 0, page: page(), ...options });
  if (started.kind === 'failed') throw new Error(started.text);
  onTestFinished(started.close);
  return started;
}

test('its address opens the page', async () => {
  const { url, port } = await start();
  expect(url).toBe(`http://127.0.0.1:${port}/`);
  const response = await fetch(url);
  expect(await response.text()).toBe('<title>page</title>');
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('the page, too, is given only under a name of this machine', async () => {
  const { port } = await start();
  const { status, body } = await exchangeRaw(port, head('GET /', `Host: evil.example:${port}`));
  expect(status).toBe(403);
  expect(body.toString()).not.toContain('<title>');
});

test('a taken port is said, with what to do', async () => {
  const { port } = await start();
  const second = await startServer({ port, page: page() });
  expect(second).toMatchObject({ kind: 'failed', code: 'port-taken' });
  expect(second.kind === 'failed' && second.text).toContain('--port');
});

test('a port that is none is said', async () => {
  expect(await startServer({ port: 70_000, page: page() })).toMatchObject({ kind: 'failed', code: 'other' });
});

test('a page that is not built is said, with what to do', async () => {
  const result = await startServer({ port: 0, page: emptyFolder() });
  expect(result).toMatchObject({ kind: 'failed', code: 'not-built' });
  expect(result.kind === 'failed' && result.text).toContain('npm run build');
});

test('closing ends the connections of running uploads', async () => {
  const { port, close } = await start();
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await once(socket, 'connect');
  socket.write(head('POST /demo/upload', `Host: localhost:${port}`, 'Content-Length: 1000'));
  await close();
  await closed;
  expect(await startServer({ port, page: page() }).then(stop)).toBe('listening');
});

async function stop(result: Awaited<ReturnType<typeof startServer>>): Promise<string> {
  if (result.kind === 'listening') await result.close();
  return result.kind;
}
