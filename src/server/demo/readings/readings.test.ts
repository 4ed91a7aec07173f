/** Other parsers, each in a thread: what they make of the same bytes, and that no body harms the process. */
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import packageFile from '../../../../package.json' with { type: 'json' };
import { areReadings, type Reading } from '../../../demo/readings.ts';
import { exchangeRaw, head, serveForTest } from '../../../test/raw-client.ts';
import { createPlaygroundHandler } from '../../playground-handler.ts';
import { parserVersions } from './parser-versions.ts';
import { readWith } from './read-with.ts';

// Node's own formData takes none shorter than 27 characters.
const boundary = 'BoundaryOfTwentySevenOrMoreCharacters';
const type = `multipart/form-data; charset=utf-8; boundary="${boundary}"`;
const photo = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(100_000)]);
const sha256 = createHash('sha256').update(photo).digest('hex');
const bodyOf = (fileHead: string, gap = '') =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="to"\r\n\r\n+420 žluť\r\n`),
    Buffer.from(`--${boundary}\r\n${gap}${fileHead}\r\n\r\n`),
    photo,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
const plain = 'Content-Disposition: form-data; name="file"; filename="výlet.jpg"\r\nContent-Type: image/jpeg';

async function playground() {
  const handle = createPlaygroundHandler();
  const port = await serveForTest((request, response) => handle(request, response, () => response.end()));
  const host = `Host: localhost:${port}`;
  return {
    port,
    upload: async (body: Buffer, contentType = type) => {
      const lines = [host, `Content-Type: ${contentType}`, `Content-Length: ${body.length}`];
      const request = Buffer.concat([Buffer.from(head('POST /demo/upload', ...lines)), body]);
      return (await exchangeRaw(port, request)).headers.get('x-demo-upload') ?? '';
    },
    get: (path: string, ...lines: readonly string[]) =>
      exchangeRaw(port, head(`GET ${path}`, host, ...lines)),
  };
}

async function readingsOf(body: Buffer, contentType?: string): Promise<readonly Reading[]> {
  const { upload, get } = await playground();
  const { status, body: text } = await get(`/demo/readings/${await upload(body, contentType)}`);
  const readings: unknown = JSON.parse(text.toString());
  if (status !== 200 || !areReadings(readings)) throw new Error(`No readings: ${text}`);
  return readings;
}

const outcomesOf = (readings: readonly Reading[]) =>
  Object.fromEntries(readings.map(({ parser, outcome }) => [parser, outcome]));

test('each parser reads an ordinary upload; busboy by its defaults takes the file name for latin-1', async () => {
  const outcomes = outcomesOf(await readingsOf(bodyOf(plain)));
  const fields = [{ name: 'to', value: '+420 žluť', length: 9 }];
  const file = { field: 'file', name: 'výlet.jpg', type: 'image/jpeg', size: photo.length, sha256 };
  const whole = { kind: 'read', fields, files: [file], more: 0 };
  expect(outcomes).toEqual({
    busboy: { ...whole, files: [{ ...file, name: 'vÃ½let.jpg' }] },
    formidable: whole,
    multiparty: whole,
    undici: whole,
  });
});

test('of the documentation’s blank line each says what the measured table says of it (MP-7)', async () => {
  const outcomes = outcomesOf(await readingsOf(bodyOf(plain, '\r\n')));
  expect(outcomes['busboy']).toMatchObject({ kind: 'refused', message: 'Malformed part header' });
  expect(outcomes['undici']).toMatchObject({ kind: 'refused' });
  // They take it for the text of a field, headers included.
  for (const lost of ['formidable', 'multiparty']) {
    expect(outcomes[lost]).toMatchObject({ kind: 'read', files: [] });
    expect(outcomes[lost]).toHaveProperty('fields.1.value', expect.stringContaining('Content-Disposition'));
  }
});

test.each([
  ['', 'no type'],
  ['text/plain', 'another type'],
  ['multipart/form-data', 'no boundary'],
])('a body under the type %j is answered by each in some way', async (contentType) => {
  const readings = await readingsOf(bodyOf(plain), contentType);
  expect(readings.map(({ parser }) => parser)).toEqual(['busboy', 'formidable', 'multiparty', 'undici']);
});

test('what is reported of a body of very many parts is bounded', async () => {
  const part = `--${boundary}\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n`;
  const readings = await readingsOf(Buffer.from(`${part.repeat(70_000)}--${boundary}--\r\n`));
  for (const { outcome } of readings) {
    if (outcome.kind === 'read') expect(outcome.fields.length).toBeLessThanOrEqual(100);
  }
  expect(JSON.stringify(readings).length).toBeLessThan(100_000);
});

test('a body of more than 8 MiB is not kept for that, and the smaller one before it still is', async () => {
  const { upload, get } = await playground();
  const small = await upload(bodyOf(plain));
  const large = await upload(Buffer.concat([bodyOf(plain), Buffer.alloc(8 * 2 ** 20)]));
  expect((await get(`/demo/readings/${large}`)).status).toBe(404);
  expect((await get(`/demo/bodies/${large}`)).status).toBe(404);
  const uploads = JSON.parse((await get('/demo/uploads')).body.toString());
  expect(uploads.map(({ bodyKept }: { bodyKept: boolean }) => bodyKept)).toEqual([false, true]);
  const kept = await get(`/demo/bodies/${small}`);
  expect(kept.body.equals(bodyOf(plain))).toBe(true);
  expect(kept.headers.get('content-type')).toBe('application/octet-stream');
  expect(kept.headers.get('content-security-policy')).toContain('sandbox');
});

test('no page of another origin reads them, and an id that is none is not found', async () => {
  const { upload, get } = await playground();
  const id = await upload(bodyOf(plain));
  for (const path of [`/demo/readings/${id}`, `/demo/bodies/${id}`]) {
    expect((await get(path, 'Origin: http://evil.example')).status).toBe(403);
    expect((await get(path, 'Sec-Fetch-Site: cross-site')).status).toBe(403);
    expect((await get(`${path}x`)).status).toBe(404);
  }
});

test.each([
  ['setInterval(() => {}, 1000)', 'time'],
  ['for (;;);', 'time'],
  ['const all = []; for (;;) all.push({ a: Math.random() })', 'memory'],
  ['throw new Error("fault")', 'fault'],
  ['process.exit(0)', 'fault'],
  ['process.env.PATH === undefined ? process.exit(1) : setInterval(() => {}, 1000)', 'fault'],
] as const)('a parser that does %j is stopped', async (code, why) => {
  const script = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const options = { script, longest: why === 'time' ? 300 : 20_000 };
  const body = new Uint8Array();
  expect(await readWith({ parser: 'busboy', body, type }, options)).toEqual({ kind: 'stopped', why });
});

test('the versions reported are those that are built in', () => {
  const { busboy, formidable, multiparty } = parserVersions;
  expect(packageFile.devDependencies).toMatchObject({ busboy, formidable, multiparty });
});
