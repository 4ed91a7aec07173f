import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import { packageRoot } from '../cli/package-root.ts';
import type { Assumptions } from '../core/assumptions.ts';
import { runCaptured } from '../test/captured-console.ts';
import { bodyBytes, buildRequest, check, headBytes, judgeResponse } from './library.ts';
import type { AssumptionChoices } from './types.ts';

const folder = join(packageRoot, 'src', 'test', 'fixtures', 'account-xml');
const photo = join(packageRoot, 'public', 'sample.jpg');
const documents = readdirSync(folder).map((name) => join(folder, name));

const account = `<account>
  <genericMediaUploadUrl>https://example.com/u</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>`;

function optionsFor(media: Uint8Array) {
  return {
    parameters: { to: '+420 777', 'account[username]': 'jana' },
    media: { name: 'my photo.jpg', size: media.length, head: media.subarray(0, 64) },
    boundary: 'B',
  };
}

test.each(documents)('%s: the bytes and what is said of them are those of the command line', async (file) => {
  const media = readFileSync(photo);
  const reading = [
    '--param',
    'to=+420 777',
    '--param',
    'account[username]=jana',
    '--assume',
    'part-names=quoted',
  ];
  const about = ['--media', photo, '--media-name', 'my photo.jpg', '--boundary', 'B', ...reading];
  const assumptions = { 'part-names': 'quoted' } as const;
  const built = buildRequest(readFileSync(file), { ...optionsFor(media), assumptions });
  const bytes = built.request && Buffer.concat([headBytes(built.request), bodyBytes(built.request, media)]);
  expect(bytes ?? Buffer.alloc(0)).toEqual((await runCaptured(['preview', file, ...about])).out);
  const preview = JSON.parse((await runCaptured(['preview', file, ...about, '--format', 'json'])).text);
  expect(asJson(built.diagnostics)).toEqual(preview.diagnostics);
  const { parameters } = optionsFor(media);
  const [{ diagnostics }] = JSON.parse((await runCaptured(['check', file, ...reading, '--json'])).text);
  expect(asJson(check(readFileSync(file), { parameters, assumptions }))).toEqual(diagnostics);
});

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

test.each([
  [200, 'text/xml', '<r><media_url>https://example.com/1</media_url></r>'],
  [200, 'text/xml', '<r><message>No</message></r>'],
  [402, 'application/json', '{"message":"No credit"}'],
  [204, 'text/plain', ''],
  [500, 'text/html', '<!doctype html><title>nginx</title>'],
])('a reply of %i %s is judged as on the command line', async (status, type, body) => {
  const arguments_ = ['judge', '-', '--status', String(status), '--header', `Content-Type: ${type}`];
  const { text } = await runCaptured([...arguments_, '--format', 'json'], { input: body });
  const verdict = judgeResponse({ status, headers: new Headers({ 'Content-Type': type }), body });
  const reasons = verdict.reasons.map(({ rule, text: words }) => ({ rule, text: words }));
  expect(asJson({ ...verdict, reasons })).toEqual(JSON.parse(text));
});

test('what is left out has a default: no parameters, the default assumptions, a boundary of its own each time', () => {
  const built = () => buildRequest(account, { media: { size: 3 } }).request;
  const [one, other] = [built(), built()];
  expect(one?.boundary).not.toBe(other?.boundary);
  expect(one).toMatchObject({ fileName: 'media.bin', mediaType: 'application/octet-stream' });
});

test('media of another size than was named is refused', () => {
  const { request } = buildRequest(account, { media: { size: 3 } });
  if (request === null) throw new Error('There is no request.');
  expect(bodyBytes(request, new Uint8Array(3))).toHaveLength(request.bodyLength);
  expect(() => bodyBytes(request, new Uint8Array(4))).toThrow(/the media has 4 bytes/);
});

test('options that can’t be are refused, each with what would do', () => {
  const media = { size: 3 };
  expect(() => buildRequest(account, { media, boundary: 'ü' })).toThrow(/RFC 2046/);
  expect(() => buildRequest(account, { media, account: 0 })).toThrow(RangeError);
  expect(() => buildRequest(account, { media: { size: -1 } })).toThrow(/-1 is not a number of bytes/);
  expect(() => buildRequest(account, { media: { size: 1, type: 'photo' } })).toThrow(/image\/png/);
  expect(() => buildRequest(account, { media, parameters: { '1a': '' } })).toThrow(/account\[node\]/);
  const wrong: object = { 'part-names': 'bare' };
  expect(() => check(account, { assumptions: wrong })).toThrow(/as-needed, quoted/);
  expect(() => judgeResponse({ status: 20, body: '' })).toThrow(/three digits/);
});

test('its assumptions are those of the registry', () => {
  expectTypeOf<AssumptionChoices>().toEqualTypeOf<Partial<Assumptions>>();
});
