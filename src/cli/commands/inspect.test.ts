import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

const xml =
  '<account><genericMediaUploadUrl>https://e.example/up</genericMediaUploadUrl><genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData></account>';
let folder: string;
let account: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  account = join(folder, 'account.xml');
  writeFileSync(account, xml);
});
afterAll(() => rmSync(folder, { recursive: true }));

const inspect = (input: string | Uint8Array, ...args: string[]) =>
  runCaptured(['inspect', '-', ...args], { input });
const sent = async () => (await runCaptured(['preview', account, '--param', 'to=1', '--boundary', 'B'])).out;

test('what an Account XML sends has no faults, and is the same as it sends', async () => {
  const { status, text } = await inspect(await sent(), '--against', account, '--param', 'to=1');
  expect(status).toBe(0);
  expect(text).toContain('POST /up HTTP/1.1\n  Host: e.example\n');
  expect(text).toMatch(/^part to, 1 bytes, sha256 6b86b273[0-9a-f]{56}: 1$/m);
  expect(text).toMatch(/^part file, file name sample\.jpg, image\/jpeg, \d+ bytes, sha256 [0-9a-f]{64}$/m);
  expect(text).toContain('the same as this Account XML sends');
});

test('differences are named, and end with status 1', async () => {
  const { status, text } = await inspect(
    await sent(),
    '--against',
    account,
    '--param',
    'to=2',
    '--media-name',
    'b.jpg',
  );
  expect(status).toBe(1);
  expect(text).toContain('differs Field to\n  captured:   1\n  configured: 2\n');
  expect(text).toContain('differs File file');
});

test('faults have their code and place, and end with status 1', async () => {
  const cut = (await sent()).subarray(0, 500);
  const { status, text } = await inspect(cut);
  expect(status).toBe(1);
  expect(text).toMatch(/^fault cut-body at 500: The body is cut: \d+ of \d+ bytes are there\.$/m);
  expect(text).toMatch(/^fault not-closed/m);
});

test('a reply is judged as the app would read it', async () => {
  const reply =
    'HTTP/1.1 402 Payment Required\nContent-Type: application/json\n\n{"message":"Not enough credit"}';
  const { status, text } = await inspect(reply);
  expect(status).toBe(0);
  expect(text).toContain('reply 402\n');
  expect(text).toContain('Upload failed\n  The user reads: Not enough credit\n');
});

test('the JSON form has request, reply, faults and differences', async () => {
  const { text } = await inspect(
    Buffer.concat([await sent(), Buffer.from('HTTP/1.1 200 OK\r\n\r\n{"media_url":"https://m/1"}')]),
    '--json',
    '--against',
    account,
  );
  expect(JSON.parse(text)).toMatchObject({
    source: 'raw',
    request: {
      method: 'POST',
      parts: [
        { name: 'to', size: 1 },
        { name: 'file', fileName: 'sample.jpg', bytesAre: 'image/jpeg' },
      ],
    },
    reply: { status: 200, success: true, mediaUrl: 'https://m/1' },
    faults: [],
    differences: [{ what: 'Header Content-Length' }, { what: 'Field to', arrived: '1', planned: '' }],
  });
});

const captured = Buffer.from(
  [
    'POST /up?token=t0ken-in-query&to=1 HTTP/1.1',
    'Host: user-facing.example',
    'Authorization: Basic YWxpY2U6aHVudGVyMg==',
    'Cookie: sid=c00kie-value',
    'X-Forwarded-Proto: https',
    'Content-Type: multipart/form-data; boundary=Boundary1234567890abcdefXYZ',
    'Content-Length: 170',
    '',
    '--Boundary1234567890abcdefXYZ',
    'Content-Disposition: form-data; name="password"',
    '',
    'hunter2',
    '--Boundary1234567890abcdefXYZ',
    'Content-Disposition: form-data; name="to"',
    '',
    '1',
    '--Boundary1234567890abcdefXYZ--',
    '',
    'HTTP/1.1 200 OK',
    'Set-Cookie: session=s3ssion-value; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly',
    'WWW-Authenticate: Digest realm="upload", nonce="n0nce-value"',
    '',
    '{"media_url":"https://m.example/1"}',
  ].join('\r\n'),
);
const planted = ['t0ken-in-query', 'YWxpY2U6aHVudGVyMg', 'c00kie-value', 'hunter2', 's3ssion-value'];

test('secrets of a capture are masked by their names, in a reply and in differences too', async () => {
  for (const args of [[], ['--json'], ['--against', account], ['--against', account, '--json']]) {
    const { text, err } = await inspect(captured, ...args);
    expect(planted.filter((secret) => (text + err).includes(secret))).toEqual([]);
    // Nor a hash by which a short one could be found.
    expect(text).not.toContain('f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7');
  }
  const { text } = await inspect(captured);
  expect(text).toContain('POST /up?token={TOKEN}&to=1 HTTP/1.1\n');
  expect(text).toContain('  Authorization: Basic {AUTHORIZATION}\n  Cookie: sid={SID}\n');
  expect(text).toContain('boundary=Boundary1234567890abcdefXYZ\n');
  expect(text).toContain('part password, 7 bytes: {PASSWORD}\n');
  expect(text).toContain(
    '  Set-Cookie: session={SESSION}; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly\n',
  );
});

test('they are printed as they were captured where that is asked for', async () => {
  const { text } = await inspect(captured, '--show-secrets');
  expect(planted.filter((secret) => !text.includes(secret))).toEqual([]);
});

test('of a file that is not at hand nothing is claimed', async () => {
  const { text } = await inspect('curl -F file=@sample.jpg https://e.example/up', '--against', account);
  expect(text).toContain('part file, file name sample.jpg, image/jpeg, not at hand\n');
  expect(text).not.toContain('differs File');
});

test('bad usage is status 2', async () => {
  expect((await inspect('x')).status).toBe(2);
  expect((await runCaptured(['inspect', '-', '--against', '-'])).status).toBe(2);
  expect((await inspect('curl https://e.example/', '--against', join(folder, 'none.xml'))).status).toBe(2);
});
