import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type InlineConfig, preview } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { exchangeRaw, head } from '../src/test/raw-client.ts';
import { playgroundPlugin } from './playground-plugin.ts';

function root(): string {
  const folder = mkdtempSync(join(tmpdir(), 'playground-vite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'index.html'), '<title>page</title>');
  return folder;
}

const shared = (): InlineConfig => ({
  configFile: false,
  logLevel: 'silent',
  plugins: [playgroundPlugin()],
});

function portOf(address: unknown): number {
  if (typeof address === 'object' && address !== null && 'port' in address) return Number(address.port);
  throw new Error('The server has no port.');
}

async function token(port: number, ...headers: readonly string[]) {
  return exchangeRaw(port, head('GET /api/token', `Host: localhost:${port}`, ...headers));
}

async function expectPlayground(port: number): Promise<void> {
  const given = await token(port);
  expect(JSON.parse(given.body.toString()).token).toMatch(/^[\w-]{43}$/);
  const refused = await token(port, 'Origin: http://localhost:1');
  expect(refused.status).toBe(403);
  expect(refused.headers.has('access-control-allow-origin')).toBe(false);
  const page = await exchangeRaw(port, head('GET /', `Host: localhost:${port}`, 'Accept: text/html'));
  expect(page.body.toString()).toContain('<title>page</title>');
  // Past HTTP, on the socket that Vite's server has.
  const lines = [`Host: localhost:${port}`, 'Content-Length: 0'];
  const cut = await exchangeRaw(port, head('POST /demo/upload?scenario=too-short', ...lines));
  expect(Number(cut.headers.get('content-length'))).toBe(cut.body.length + 20);
}

test('under vite the handler stands in front, no other origin may read, and uploads may take their time', async () => {
  const server = await createServer({
    ...shared(),
    root: root(),
    server: { port: 0, host: '127.0.0.1', hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  onTestFinished(() => server.close());
  await server.listen();
  await expectPlayground(portOf(server.httpServer?.address()));
  expect(server.httpServer).toMatchObject({ requestTimeout: 0 });
});

test('under vite preview it is the same, with the security headers of serve', async () => {
  const folder = root();
  const server = await preview({
    ...shared(),
    root: folder,
    build: { outDir: '.' },
    preview: { port: 0, host: '127.0.0.1' },
  });
  onTestFinished(() => server.close());
  const port = portOf(server.httpServer.address());
  await expectPlayground(port);
  const { headers } = await exchangeRaw(port, head('GET /', `Host: localhost:${port}`, 'Accept: text/html'));
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(server.httpServer).toMatchObject({ requestTimeout: 0 });
});
