import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const importText = (input: string | Uint8Array, ...args: string[]) =>
  runCaptured(['import', '-', ...args], { input });
const account = (url: string) =>
  `<account><username>4201</username><genericMediaUploadUrl>${url}</genericMediaUploadUrl><genericMediaUploadMultipartData>from=%account[username]%&amp;to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData></account>`;

test('what preview prints is imported, and preview prints the same bytes again', async () => {
  const args = ['--param', 'to=+420777123456', '--boundary', 'B'];
  const first = await runCaptured(['preview', '-', ...args], { input: account('https://e.example/up') });
  const { status, text, err } = await importText(first.out);
  expect(status).toBe(0);
  expect(err).toContain('proof: the same bytes again.');
  expect(err).toContain("preview it with --param 'to=+420777123456'");
  expect(text).toContain('from=%account[username]%&amp;to=%to%&amp;file=%media_content%');
  const again = await runCaptured(['preview', '-', ...args], { input: text });
  expect(again.out.equals(first.out)).toBe(true);
});

test('a curl command gives an Account XML, and a line for whatever the app sends otherwise', async () => {
  const { status, text, err } = await importText(
    'curl -F to=+420777123456 -F file=@a.jpg -X DELETE -H "Expect: x" https://e.example/up',
  );
  expect(status).toBe(1);
  expect(text).toContain('<genericMediaUploadUrl>https://e.example/up</genericMediaUploadUrl>');
  const rules = err.match(/^differs: [A-Z]+-\d+ /gm)?.map((line) => line.slice(9, -1));
  expect(new Set(rules)).toEqual(new Set(['ACC-8', 'HDR-2', 'HDR-5', 'MP-6']));
});

test('--take changes what a value is, and refuses what it can’t be', async () => {
  const command = 'curl -F who=1 -F file=@a.jpg https://e.example/';
  expect((await importText(command)).text).toContain('who=1&amp;');
  expect((await importText(command, '--take', 'part who=description')).text).toContain(
    'who=%description%&amp;',
  );
  expect((await importText(command, '--take', 'part:0=left-out')).text).not.toContain('who');
  const wrong = await importText(command, '--take', 'part who=media');
  expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining('part who can be literal, to,') });
  expect((await importText(command, '--take', 'part nobody=to')).err).toContain(
    'there are part who, part file',
  );
});

test('--as-captured guesses nothing', async () => {
  const { text } = await importText(
    'curl -F to=+420777123456 -F file=@a.jpg https://e.example/',
    '--as-captured',
  );
  expect(text).toContain('to=%2B420777123456&amp;file=%media_content%');
});

test('--read-files reads what the command names, and nothing is read without it', async () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'hello');
  const command = `curl -F 'note=<${path}' -F file=@/dev/null https://e.example/`;
  expect((await importText(command, '--read-files')).text).toContain('note=%description%');
  expect((await importText(command)).err).toContain(`The file ${path} is not at hand.`);
});

test('the JSON form has guesses, proof and differences', async () => {
  const { text } = await importText('curl -F to=+420777123456 -F file=@a.jpg https://e.example/', '--json');
  expect(JSON.parse(text)).toMatchObject({
    parameters: { to: '+420777123456' },
    guesses: expect.arrayContaining([
      expect.objectContaining({ id: 'part:0', meaning: 'to', confidence: 'sure' }),
    ]),
    proof: { same: false, standIns: ['a.jpg'] },
  });
});

test('no password stands on standard error', async () => {
  const { err } = await importText(
    'curl -u 4201:hunter2 -F password=hunter2 -F to=1 -H "X-Token: hunter2" https://e.example/',
  );
  expect(err).not.toContain('hunter2');
});

const entry = (method: string, url: string, text: string) => {
  const headers = [{ name: 'Content-Type', value: 'multipart/form-data; boundary=B' }];
  return {
    request: { method, url, httpVersion: 'HTTP/1.1', headers, postData: { text } },
    response: { status: 200 },
  };
};
const form = '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--B--\r\n';

test('of a HAR the only upload is taken, else one is picked', async () => {
  const har = (...entries: object[]) => JSON.stringify({ log: { entries } });
  const page = { request: { method: 'GET', url: 'https://e.example/', headers: [] } };
  const one = await importText(har(page, entry('POST', 'https://e.example/1', form)));
  expect(one.text).toContain('https://e.example/1<');
  const two = har(
    entry('POST', 'https://e.example/1', form),
    page,
    entry('PUT', 'https://e.example/2', form),
  );
  const which = await importText(two);
  expect(which).toMatchObject({ status: 2, text: '' });
  expect(which.err).toContain('1: POST https://e.example/1 200 upload\n2: GET https://e.example/\n3: PUT');
  expect((await importText(two, '--entry', '3')).text).toContain('https://e.example/2<');
  expect((await importText(two, '--entry', '4')).err).toContain('There is no entry 4, there are 3.');
  expect((await importText(JSON.stringify(page.request), '--entry', '1')).text).toContain(
    'https://e.example/<',
  );
});

test('a HAR of 100 MB is read, and its upload found', { timeout: 120_000 }, async () => {
  const path = join(folder, 'large.har');
  const filler = JSON.stringify(entry('GET', 'https://e.example/', 'x'.repeat(1024 * 1024)));
  const last = JSON.stringify(entry('POST', 'https://e.example/up', form));
  const noise = filler.replace('multipart/form-data; boundary=B', 'text/plain');
  writeFileSync(path, `{"log":{"entries":[${`${noise},`.repeat(100)}${last}]}}`);
  const { status, text } = await runCaptured(['import', path]);
  expect(status).toBe(1);
  expect(text).toContain('https://e.example/up<');
});

test.each([
  ['hello', /does not begin like HTTP/],
  ['{"a":1}', /is no HAR/],
  ['{"log":{"entries":[]}}', /without entries/],
  ['HTTP/1.1 200 OK\r\n\r\n', /holds no request/],
  ['', /does not begin like HTTP/],
])('%j is not readable', async (input, message) => {
  const { status, err } = await importText(input);
  expect(status).toBe(2);
  expect(err).toMatch(message);
});
