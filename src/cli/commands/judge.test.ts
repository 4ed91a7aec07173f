import { expect, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

const judge = (body: string, ...args: string[]) => runCaptured(['judge', '-', ...args], { input: body });

test('a reply with media_url is a success', async () => {
  const body = '<response><media_url>https://m.example/1.mp4</media_url></response>';
  const { status, text } = await judge(body, '--status', '200', '--header', 'Content-Type: text/xml');
  expect(status).toBe(0);
  expect(text).toMatch(/^Upload succeeded\n {2}media_url: https:\/\/m\.example\/1\.mp4\n/);
  expect(text).toContain('RES-1');
});

test('an error status is a failure, with what the user of the app reads', async () => {
  const { status, text } = await judge('{"message":"Not enough credit"}', '--status=402');
  expect(status).toBe(1);
  expect(text).toMatch(/^Upload failed\n {2}The user reads: Not enough credit\n/);
});

test('the JSON format has the fields that programs rely on', async () => {
  const good = await judge(
    '{"response":{"media_url":"https://m.example/1"}}',
    '--status=201',
    '--format=json',
  );
  expect(JSON.parse(good.text)).toMatchObject({
    success: true,
    mediaUrl: 'https://m.example/1',
    shown: null,
    generic: false,
    path: '$.response.media_url',
  });
  const bad = await judge('', '--status=204', '--format=json');
  const verdict = JSON.parse(bad.text);
  expect(verdict).toMatchObject({ success: false, generic: true, shown: expect.any(String) });
  expect(Object.keys(verdict)).not.toContain('mediaUrl');
  expect(verdict.reasons[0]).toEqual({ rule: expect.stringMatching(/^RES-\d$/), text: expect.any(String) });
});

test('an assumption is taken', async () => {
  const args = ['--status=200', '--format=json', '--assume', 'success-without-media-url=message'];
  const { text } = await judge('{"message":"stored"}', ...args);
  expect(JSON.parse(text)).toMatchObject({ success: false, shown: 'stored', generic: false });
});

test('advice is marked as such, and left out with --no-advice', async () => {
  const reply = '{"media_url":"http://m.example/1"}';
  const { status, text } = await judge(reply, '--status=200');
  expect(status).toBe(0);
  expect(text).toMatch(/^ {2}! advice RES-7 /m);
  const without = await judge(reply, '--status=200', '--no-advice');
  expect(without.status).toBe(0);
  expect(without.text).toContain('+ RES-1 ');
  expect(without.text).not.toContain('advice');
});

test.each([
  [[], /--status 200/],
  [['--status', 'ok'], /three digits/],
  [['--status', '20'], /three digits/],
  [['--status', '200', '--header', 'no colon'], /Name: value/],
  [['--status', '200', '--header', 'a b: c'], /Name: value/],
  [['--status', '200', '--header', 'A: b\nC: d'], /Name: value/],
  [['--status', '200', '--format', 'http'], /text, json/],
  [['--status', '200', '--media', 'x'], /'--media'/],
])('bad usage %j ends with 2', async (args, message) => {
  const { status, text, err } = await judge('{}', ...args);
  expect(status).toBe(2);
  expect(text).toBe('');
  expect(err).toMatch(message);
});

test('what a lenient parser reads stands beside the verdict, for people alone', async () => {
  const body = '<response><media_url>https://m.example/?a&b</media_url></response>';
  const said = 'A lenient parser (fast-xml-parser) reads: media_url = "https://m.example/?a&b"';
  const judged = await judge(body, '--status=200');
  expect(judged.status).toBe(1);
  expect(judged.text).toContain(`  ! advice RES-4 ${said}`);
  expect((await judge(body, '--status=200', '--no-advice')).text).not.toContain('lenient');
  expect((await judge(body, '--status=200', '--format=json')).text).not.toContain('lenient');
});
