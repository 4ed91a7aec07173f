/** What was uploaded, had again from the page's own origin: the very bytes, and harmless. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { DemoReport } from '../../demo/report.ts';
import { exchangeRaw, head, type RawReply, serveForTest } from '../../test/raw-client.ts';
import { createPlaygroundHandler } from '../playground-handler.ts';

const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(300_000)]);
const mp4 = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('isom'), randomBytes(1000)]);

async function playground() {
  const handle = createPlaygroundHandler();
  const port = await serveForTest((request, response) => handle(request, response, () => response.end()));
  const host = `Host: localhost:${port}`;
  const get = (path: string, ...headers: readonly string[]) =>
    exchangeRaw(port, head(`GET ${path}`, host, ...headers));
  const upload = (...files: readonly Buffer[]) => {
    const parts = files.flatMap((bytes) => [
      Buffer.from('--B\r\nContent-Disposition: form-data; name=file; filename="a.html"\r\n'),
      Buffer.from('Content-Type: text/html\r\n\r\n'),
      bytes,
      Buffer.from('\r\n'),
    ]);
    const body = Buffer.concat([...parts, Buffer.from('--B--\r\n')]);
    const lines = [host, 'Content-Type: multipart/form-data; boundary=B', `Content-Length: ${body.length}`];
    return exchangeRaw(
      port,
      Buffer.concat([Buffer.from(head('POST /demo/upload?reply=json', ...lines)), body]),
    );
  };
  const keep = async (bytes: Buffer) => {
    const { pathname } = new URL(JSON.parse((await upload(bytes)).body.toString()).media_url);
    return pathname;
  };
  const uploads = async (): Promise<readonly DemoReport[]> =>
    JSON.parse((await get('/demo/uploads')).body.toString());
  return { port, host, get, upload, keep, uploads };
}

test.each([
  ['image/jpeg', jpeg, undefined],
  ['video/mp4', mp4, undefined],
  ['application/octet-stream', Buffer.from('<script>alert(1)</script>'), 'attachment; filename="upload.bin"'],
  ['application/octet-stream', Buffer.from([0xff]), 'attachment; filename="upload.bin"'],
])('as %s the very bytes come back, and may do nothing', async (type, bytes, disposition) => {
  const { port, get, upload } = await playground();
  const reply = await upload(bytes);
  const url = JSON.parse(reply.body.toString()).media_url;
  expect(url).toMatch(new RegExp(`^http://localhost:${port}/demo/media/[\\w-]{24}$`));
  const { status, headers, body } = await get(new URL(url).pathname);
  expect(status).toBe(200);
  expect(body.equals(bytes)).toBe(true);
  expect(headers.get('content-type')).toBe(type);
  expect(headers.get('content-disposition')).toBe(disposition);
  expect(headers.get('content-length')).toBe(String(bytes.length));
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/^sandbox( allow-same-origin)?; default-src 'none'/);
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('cache-control')).toBe('no-store');
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('of each of several files the bytes can be had, and of the last upload its report names them', async () => {
  const { get, upload, uploads } = await playground();
  const reply = await upload(Buffer.alloc(0), jpeg, mp4);
  const [report] = await uploads();
  expect(reply.headers.get('x-demo-upload')).toBe(report?.id);
  const media = report?.files.map((file) => file.media) ?? [];
  expect(media).toEqual([null, expect.stringMatching(/^[\w-]{24}$/), expect.stringMatching(/^[\w-]{24}$/)]);
  expect(JSON.parse(reply.body.toString()).media_url).toMatch(`/demo/media/${media[1]}`);
  expect((await get(`/demo/media/${media[1]}`)).body.equals(jpeg)).toBe(true);
  expect((await get(`/demo/media/${media[2]}`)).body.equals(mp4)).toBe(true);
});

test('parts of it are given as RFC 9110 says, which players of clips ask for', async () => {
  const { port, host, get, keep } = await playground();
  const path = await keep(jpeg);
  const whole = await get(path);
  expect(whole.headers.get('accept-ranges')).toBe('bytes');
  const part = await get(path, 'Range: bytes=16380-280000');
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 16380-280000/${jpeg.length}`);
  expect(part.body.equals(jpeg.subarray(16_380, 280_001))).toBe(true);
  const last = await get(path, 'Range: bytes=-1', `If-Range: ${whole.headers.get('etag')}`);
  expect(last.body.equals(jpeg.subarray(-1))).toBe(true);
  const beyond = await get(path, `Range: bytes=${jpeg.length}-`);
  expect(beyond.status).toBe(416);
  expect(beyond.headers.get('content-range')).toBe(`bytes */${jpeg.length}`);
  expect((await get(path, `If-None-Match: ${whole.headers.get('etag')}`)).status).toBe(304);
  const asked: RawReply = await exchangeRaw(port, head(`HEAD ${path}`, host, 'Range: bytes=0-1'));
  expect(asked.status).toBe(200);
  expect(asked.headers.get('content-length')).toBe(String(jpeg.length));
  expect(asked.body.length).toBe(0);
});

test('what is not there is a 404 that says how long files are kept; only GET and HEAD are answered', async () => {
  const { port, host, get, keep } = await playground();
  for (const path of ['/demo/media/', '/demo/media/x', '/demo/media/../upload', '/demo/media/__proto__']) {
    const { status, body, headers } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).toContain('10 minutes and 64 MiB');
    expect(headers.get('content-type')).toContain('text/plain');
  }
  const { status, headers } = await exchangeRaw(
    port,
    head(`DELETE ${await keep(mp4)}`, host, 'Content-Length: 0'),
  );
  expect(status).toBe(405);
  expect(headers.get('allow')).toBe('GET, HEAD');
});

test('an address is opened from anywhere, under our own name alone', async () => {
  const { port, get, keep } = await playground();
  const path = await keep(mp4);
  expect((await get(path, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate')).status).toBe(200);
  expect((await exchangeRaw(port, head(`GET ${path}`, 'Host: evil.example'))).status).toBe(403);
});

test('a file larger than may be kept is a success, drives out none, and its address says why it is not there', async () => {
  const { get, keep, uploads } = await playground();
  const path = await keep(mp4);
  const large = await keep(Buffer.alloc(65 * 2 ** 20));
  expect(large).not.toBe(path);
  expect((await get(large)).status).toBe(404);
  expect((await get(path)).body.equals(mp4)).toBe(true);
  expect((await uploads())[0]?.files).toMatchObject([{ size: 65 * 2 ** 20, media: null }]);
});

test('a file that nobody reads to its end is let go of when it is no longer kept', async () => {
  const { port, host, keep, uploads } = await playground();
  const path = await keep(Buffer.alloc(40 * 2 ** 20, 1));
  const slow = connect(port, '127.0.0.1').on('error', () => {});
  onTestFinished(() => void slow.destroy());
  slow.write(head(`GET ${path}`, host));
  await once(slow, 'readable');
  await keep(Buffer.alloc(40 * 2 ** 20, 2));
  expect((await uploads()).map(({ files }) => files[0]?.media !== null)).toEqual([true, false]);
  const closed = once(slow, 'close');
  slow.resume();
  await closed;
  expect(slow.bytesRead).toBeLessThan(40 * 2 ** 20);
});

test('two hundred uploads at once are all answered, and the last twenty listed', async () => {
  const { upload, uploads } = await playground();
  const bytes = Buffer.alloc(2 ** 18, 3);
  const replies = await Promise.all(Array.from({ length: 200 }, () => upload(bytes)));
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  const listed = await uploads();
  expect(listed.length).toBe(20);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(20);
});
