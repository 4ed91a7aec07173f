import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest, withFix } from '../test/build-for-test.ts';
import { adviseOn } from './advice.ts';

const mebibyte = 1024 * 1024;

/** Ids of the advice on a request, but for bare names, which nearly every request has. */
function advised(short: ShortRequest): readonly string[] {
  return adviseOn(buildFor(short)).flatMap(({ id }) => (id === 'bare-names' ? [] : [id]));
}

function first(short: ShortRequest) {
  const built = buildFor(short);
  const [advice] = adviseOn(built);
  if (!advice) throw new Error('There is no advice.');
  const at = advice.range && built.xml.slice(advice.range.start, advice.range.end);
  return { ...advice, at, fixed: withFix(built.xml, advice) };
}

describe('advice', () => {
  it('on a plain upload is about bare names only, with the row that shows it', () => {
    const [only, ...others] = adviseOn(buildFor({}));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 'bare-names', rule: 'MP-6', severity: 'info', variant: 'bare-names' });
    expect(only?.rationale).toContain('24 of 26 servers; wrong on Mojolicious, Hono');
  });

  it.each<[string, ShortRequest]>([
    ['blank-line', { assume: { 'file-part-blank-line': 'literal' } }],
    ['boundary-in-value', { data: 'a=xBx&f=%media_content%' }],
    ['file-name-letters', { media: { name: 'západ.jpg' } }],
    ['file-name-quotes', { media: { name: 'a"b.jpg' } }],
    ['file-name-quotes', { media: { name: 'a\\b.jpg' } }],
    ['empty-file', { media: { size: 0 } }],
    ['nginx-limit', { media: { size: mebibyte } }],
    ['without-tls', { url: 'http://e.example/' }],
  ])('is given on %s', (id, short) => {
    expect(advised(short)).toEqual([id]);
  });

  it.each<ShortRequest>([
    { method: 'POST' },
    { media: { name: 'a b.jpg' } },
    { media: { size: mebibyte - 1000 } },
    { url: 'http://127.0.0.1:4173/demo/upload' },
    { url: 'http://localhost/' },
    { headers: 'X-Size: %media_size%' },
    { xml: '<account/>' },
    { xml: '' },
  ])('is not given on %j', (short) => {
    expect(advised(short)).toEqual([]);
  });

  it('puts warnings first', () => {
    const severities = adviseOn(buildFor({ method: 'PUT', media: { size: 3 * mebibyte } })).map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(['warning', 'info', 'info', 'info']);
  });
});

it('a PUT comes with the servers that parse nothing of it, and with POST in one press', () => {
  const advice = first({ method: 'put' });
  expect(advice).toMatchObject({ id: 'put-not-parsed', at: 'put', variant: 'put-bare' });
  expect(advice.rationale).toContain('PHP, PHP behind Apache, Django, CGI.pm');
  expect(buildFor({ xml: advice.fixed ?? '' }).plan?.method).toBe('POST');
});

it('a description in a header is named with the header', () => {
  const advice = first({ headers: 'X-Text: %description%' });
  expect(advice).toMatchObject({ id: 'description-in-header', at: '%description%' });
  expect(advice.message).toContain('X-Text');
});

describe('a password', () => {
  const nodes = { password: 's3cret', apiToken: 't0ken' };

  it.each([
    ['https://e.example/?p=%account[password]%', ['secret-in-url']],
    ['https://e.example/?p=%sha1(%account[password]%)%', ['secret-in-url']],
    ['http://e.example/?p=%account[password]%', ['without-tls']],
    ['http://e.example/?p=%account[apiToken]%', ['secret-in-url', 'secret-without-tls']],
    ['http://127.0.0.1/?p=%account[apiToken]%', ['secret-in-url']],
    ['https://e.example/?p=%account[username]%', []],
  ])('in %s gives %j', (url, ids) => {
    expect(advised({ url, nodes: { ...nodes, username: 'joe' } })).toEqual(ids);
  });

  it('as a part is only advised on without TLS', () => {
    const data = 'k=%account[apiToken]%&f=%media_content%';
    expect(advised({ data, nodes })).toEqual([]);
    const advice = first({ url: 'http://e.example/', data, nodes });
    expect(advice).toMatchObject({ id: 'secret-without-tls', at: '%account[apiToken]%' });
    expect(buildFor({ xml: advice.fixed ?? '' }).plan?.url).toBe('https://e.example/');
  });

  it('is never spelt out', () => {
    const url = 'http://e.example/?p=%account[password]%&q=%account[apiToken]%';
    const text = JSON.stringify(adviseOn(buildFor({ url, nodes, assume: { 'http-password': 'send' } })));
    expect(text).not.toMatch(/s3cret|t0ken/);
  });
});

describe('media over the limits of servers as they come set up', () => {
  it.each([
    [mebibyte, ['nginx-limit']],
    [2 * mebibyte, ['nginx-limit']],
    [2 * mebibyte + 1, ['nginx-limit', 'php-file-limit']],
    [8 * mebibyte, ['nginx-limit', 'php-file-limit', 'php-body-limit']],
  ])('%i bytes: %j', (size, ids) => {
    expect(advised({ media: { size } })).toEqual(ids);
  });

  it('count only where the media is sent', () => {
    expect(advised({ media: { size: 9 * mebibyte }, data: 'a=1' })).toEqual([]);
  });
});
