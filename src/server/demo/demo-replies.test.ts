import { expect, test } from 'vitest';
import { demandedReply, demoRefusal, demoSuccess, replyTo } from './demo-replies.ts';

const demanded = (query: string) => demandedReply(new URLSearchParams(query));
const reply = (query: string) => demanded(query) ?? demoSuccess('xml');
const url = 'http://media.server.com/video_1234567890.mp4';
const file = { field: 'file', name: 'a', type: '', size: 1, sha256: '', bytesAre: null, media: 'ID' };
const addressOf = (media: string | null) => `https://play.example.com/demo/media/${media}`;

test('without status= the reply is not demanded, but made by what arrived', () => {
  expect(demanded('')).toBeNull();
  expect(demanded('reply=json&to=x')).toBeNull();
});

test('a file that was read is a success with its address, in the documentation’s form', () => {
  const files = [{ ...file, size: 0, media: null }, file];
  expect(replyTo('xml', { broken: null, files }, addressOf).body).toBe(
    '<response>\n    <media_url>https://play.example.com/demo/media/ID</media_url>\n</response>',
  );
  expect(replyTo('json', { broken: null, files }, addressOf)).toMatchObject({
    status: 200,
    body: '{\n    "media_url" : "https://play.example.com/demo/media/ID"\n}',
  });
});

test('where nothing is kept for others, it is the documentation’s own address', () => {
  expect(replyTo('json', { broken: null, files: [file] }, null)).toEqual(demoSuccess('json'));
});

test.each<[Parameters<typeof replyTo>[1], RegExp]>([
  [{ broken: null, files: [] }, /no file. Add a part such as file=%media_content%/],
  [{ broken: null, files: [{ ...file, size: 0 }] }, /is empty \(0 bytes\)/],
  ...(['cut', 'no-form', 'bad-header', 'unfinished', 'malformed'] as const).map(
    (broken): [Parameters<typeof replyTo>[1], RegExp] => [
      { broken, files: [file] },
      /^The upload (cannot be read|ended before)/,
    ],
  ),
])('what is no upload of a file is refused in words: %j', (body, message) => {
  const { status, body: text } = replyTo('json', body, addressOf);
  expect(status).toBe(400);
  expect(JSON.parse(text).message).toMatch(message);
});

test('the documentation’s XML success is the one it prints', () => {
  expect(demoSuccess('xml')).toEqual({
    status: 200,
    contentType: 'text/xml',
    body: `<response>\n    <media_url>${url}</media_url>\n</response>`,
  });
});

test('the documentation’s JSON success is the one it prints', () => {
  expect(demoSuccess('json')).toEqual({
    status: 200,
    contentType: 'application/json',
    body: `{\n    "media_url" : "${url}"\n}`,
  });
});

test('status=402 is the documentation’s XML error, 57 bytes long', () => {
  const { status, body } = reply('reply=xml&status=402');
  expect(status).toBe(402);
  expect(body).toBe('<response><message>Not enough credit</message></response>');
  expect(Buffer.byteLength(body)).toBe(57);
});

test('status=406 is the documentation’s JSON error, 46 bytes long', () => {
  const { status, body } = reply('reply=json&status=406');
  expect(status).toBe(406);
  expect(JSON.parse(body)).toEqual({ message: 'Invalid recipient' });
  expect(Buffer.byteLength(body)).toBe(46);
});

test('status=200 is a success without media_url, which RES-3 is about', () => {
  expect(JSON.parse(reply('reply=json&status=200').body)).toEqual({ message: 'Stored' });
});

test('every status has a message, but those that can have no content', () => {
  for (let status = 200; status < 600; status += 1) {
    const { status: given, body } = reply(`reply=json&status=${status}`);
    expect(given).toBe(status);
    if ([204, 205, 304].includes(status)) expect(body).toBe('');
    else expect(JSON.parse(body).message).toMatch(/^[A-Z]/);
  }
});

test.each([
  '100',
  '600',
  '42',
  '4O2',
  '',
  '402.5',
  '-402',
  '４０２',
])('status=%j is answered by 400', (status) => {
  const { status: given, body } = reply(new URLSearchParams({ reply: 'json', status }).toString());
  expect(given).toBe(400);
  expect(JSON.parse(body).message).toContain('200 to 599');
});

test('another kind of reply is answered by 400, which says the two there are', () => {
  expect(reply('reply=yaml')).toMatchObject({ status: 400, contentType: 'text/xml' });
  expect(reply('reply=yaml').body).toContain('reply=xml or reply=json');
});

test('a text of any kind stays well-formed', () => {
  const message = 'No <b>"credit"</b> & no \\ more';
  expect(demoRefusal('xml', 402, message).body).toBe(
    '<response><message>No &lt;b&gt;&quot;credit&quot;&lt;/b&gt; &amp; no \\ more</message></response>',
  );
  expect(JSON.parse(demoRefusal('json', 402, message).body)).toEqual({ message });
});
