import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compressFile } from '../../../build/compress-plugin.ts';
import { exchangeRaw, head, serveForTest } from '../../test/raw-client.ts';
import { senderAway, senderHere } from '../../upload/sender.ts';
import { publicSite, type Site } from '../guard/site.ts';
import { securityHeaders } from './security-headers.ts';
import { createStaticHandler, findPage, type StaticHandler } from './static-files.ts';

const script = `console.log('${'once more '.repeat(200)}');`;

function pageFolder(html = '<!doctype html><title>page</title>'): string {
  const folder = mkdtempSync(join(tmpdir(), 'playground-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), script);
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  return folder;
}

function handler(folder: string, site?: Site): StaticHandler {
  const made = createStaticHandler(folder, site);
  if (made === null) throw new Error('There is no page.');
  return made;
}

async function serve(folder = pageFolder()) {
  const port = await serveForTest(handler(folder));
  const ask = (path: string, ...headers: readonly string[]) =>
    exchangeRaw(port, head(path.includes(' ') ? path : `GET ${path}`, 'Host: localhost', ...headers));
  return { port, folder, ask };
}

test('every answer carries the security headers, also where nothing is found', async () => {
  const { ask } = await serve();
  for (const path of ['/', '/assets/main-abc123.js', '/nothing', 'POST /']) {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name.toLowerCase())).toBe(value);
    }
  }
});

test('the page is asked for anew, what has a hash in its name is kept', async () => {
  const { ask } = await serve();
  const page = await ask('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-type')).toBe('text/html;charset=utf-8');
  expect(page.body.toString()).toContain('<title>page</title>');
  expect((await ask('/assets/main-abc123.js')).headers.get('cache-control')).toMatch(/immutable/);
});

test('a file that did not change is not sent again', async () => {
  const { ask } = await serve();
  const etag = (await ask('/assets/main-abc123.js')).headers.get('etag');
  expect((await ask('/assets/main-abc123.js', `If-None-Match: ${etag}`)).status).toBe(304);
});

test('the page names the address it was asked at, where that is of this machine, and a boundary of its own', async () => {
  const built = `mup-${'0a'.repeat(15)}`;
  const folder = pageFolder(`<div id="root" inert><p>127.0.0.1:4173 ${built}</p>`);
  const { ask } = await serve(folder);
  const pages = [await ask('/'), await ask('/index.html?x')].map(({ body }) => body.toString());
  for (const page of pages) expect(page).toMatch(/ data-boundary="(mup-[0-9a-f]{30})"><p>localhost \1<\/p>$/);
  expect(new Set([...pages, built]).size).toBe(3);
  const port = await serveForTest(handler(folder));
  const foreign = await exchangeRaw(port, head('GET /', 'Host: <script>'));
  expect(foreign.body.toString()).not.toContain('script');
  expect(gunzipSync((await ask('/', 'Accept-Encoding: gzip')).body).toString()).toContain('localhost');
});

test('under a public name the page names that, with its scheme', async () => {
  const url = 'http://127.0.0.1:4173/demo/upload';
  const folder = pageFolder(`<p>${url}</p><p>Host: 127.0.0.1:4173</p><p>${senderHere.through}</p>`);
  const port = await serveForTest(handler(folder, publicSite(['https://play.example.com'])));
  const { body } = await exchangeRaw(port, head('GET /', 'Host: Play.example.com'));
  expect(body.toString()).toBe(
    `<p>https://play.example.com/demo/upload</p><p>Host: play.example.com</p><p>${senderAway.through}</p>`,
  );
});

test('compressed forms are made at build time and given to those who read them', async () => {
  const folder = pageFolder();
  await compressFile(join(folder, 'assets', 'main-abc123.js'));
  const { ask } = await serve(folder);
  const brotli = await ask('/assets/main-abc123.js', 'Accept-Encoding: gzip, deflate, br');
  const gzip = await ask('/assets/main-abc123.js', 'Accept-Encoding: gzip');
  const plain = await ask('/assets/main-abc123.js');
  expect(brotli.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
  expect(gunzipSync(gzip.body).toString()).toBe(script);
  expect(plain.body.toString()).toBe(script);
  for (const { headers } of [brotli, gzip, plain]) {
    expect(headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(headers.get('vary')).toBe('Accept-Encoding');
  }
  const refused = await ask('/assets/main-abc123.js', 'Accept-Encoding: br;q=0, gzip');
  expect(refused.headers.get('content-encoding')).toBe('gzip');
});

test('no path leads out of the folder or to the build’s own files', async () => {
  const { ask, folder } = await serve();
  writeFileSync(`${folder}-secret`, 'secret');
  onTestFinished(() => rmSync(`${folder}-secret`));
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  for (const path of [
    `/../${name}-secret`,
    `/%2e%2e/${name}-secret`,
    `/..%2f${name}-secret`,
    `/..\\${name}-secret`,
    '/.vite/manifest.json',
    '/%2evite/manifest.json',
    '/%',
    '/%00',
    '//',
  ]) {
    const { body } = await ask(path);
    expect(body.toString()).not.toMatch(/secret|^\{\}/);
  }
});

test.each([
  'bytes=0-3',
  'bytes=-1',
  'bytes=5-1',
  'bytes=99999999999999999999-',
  'x',
  'bytes=0-0,5-6',
])('files are given whole, whatever part is asked for: %s (RFC 9110, 14.2)', async (range) => {
  const { ask } = await serve();
  const { status, headers, body } = await ask('/assets/main-abc123.js', `Range: ${range}`);
  expect([status, body.toString()]).toEqual([200, script]);
  expect(headers.get('accept-ranges')).toBe('none');
});

test('files are read and nothing else; HEAD gets the head alone', async () => {
  const { ask } = await serve();
  for (const method of ['POST', 'OPTIONS', 'DELETE', 'PUT']) {
    expect((await ask(`${method} /`)).status).toBe(405);
  }
  for (const path of ['/', '/assets/main-abc123.js']) {
    const [whole, head] = [await ask(path), await ask(`HEAD ${path}`)];
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers.get('content-length')).toBe(String(whole.body.length));
  }
});

test('a page whose files are taken away while it is served goes on', async () => {
  const { ask, folder } = await serve();
  rmSync(folder, { recursive: true });
  expect((await ask('/')).status).toBe(200);
  expect((await ask('/assets/main-abc123.js')).body.toString()).toBe(script);
  expect(createStaticHandler(folder)).toBeNull();
});

test('the page is found beside the program and beside its chunks, within the package', () => {
  const root = mkdtempSync(join(tmpdir(), 'playground-package-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const chunks = join(root, 'dist', 'server', 'assets');
  const client = join(root, 'dist', 'client');
  mkdirSync(chunks, { recursive: true });
  mkdirSync(client);
  writeFileSync(join(root, 'package.json'), '{}');
  expect(findPage(chunks)).toBeNull();
  writeFileSync(join(client, 'index.html'), '');
  expect(findPage(chunks)).toBe(client);
  expect(findPage(join(root, 'dist', 'server'))).toBe(client);
  expect(findPage(join(root, 'src', 'server'))).toBe(client);
});
