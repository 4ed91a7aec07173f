import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';

const forUrl = (url: string, nodes = {}) => buildFor({ url, nodes });

describe('a URL that can not be used (URL-1)', () => {
  it.each([
    ['ftp://e.example/up', 'ftp://'],
    ['e.example/up', 'e.example'],
    ['//e.example/up', '//'],
    ['/up', '/'],
    ['https:/e.example/', 'https:'],
    ['https:e.example', 'https:'],
    ['httpss://e.example/', 'httpss://'],
    ['javascript:alert(1)', 'javascript:'],
  ])('has no http:// or https:// written out: %s', (url, place) => {
    const built = forUrl(url);
    expect(built.found).toEqual([`error URL-1 ${place}`]);
    expect(built.plan).toBeNull();
  });

  it.each([
    ['https://e example/up', 'e example'],
    ['https://e.example:99999/up', ':99999'],
    ['https://e.example:port/up', ':port'],
    ['https://[::1/up', '[::1'],
    ['https://a^b/', 'a^b'],
    ['https://1.2.3.4.5/', '1.2.3.4.5'],
    ['https://a%00b/', 'a%00b'],
  ])('does not parse: %s', (url, place) => {
    const built = forUrl(url);
    expect(built.found).toEqual([`error URL-1 ${place}`]);
    expect(built.plan).toBeNull();
  });

  it.each(['https://', 'http://?x=1', 'https://:80/', 'https://user@/'])('has no host: %s', (url) => {
    const built = forUrl(url);
    expect(built.rules).toEqual(['URL-1']);
    expect(built.plan).toBeNull();
  });

  it('is shown at the parameter that brought the fault', () => {
    expect(forUrl('%account[base]%/up', { base: 'ftp://e.example' }).found).toEqual([
      'error URL-1 %account[base]%',
    ]);
    expect(forUrl('https://%account[host]%/up', { host: 'a b' }).found).toEqual([
      'error URL-1 %account[host]%',
    ]);
  });

  it('costs no other finding: faults of headers and parts are still reported', () => {
    expect(buildFor({ url: 'ftp://e.example/', headers: 'no colon', data: 'a=b' }).rules.toSorted()).toEqual([
      'HDR-4',
      'MP-4',
      'URL-1',
    ]);
  });
});

describe('the request target (URL-2)', () => {
  it.each([
    ['https://e.example', '/'],
    ['https://e.example/', '/'],
    ['https://e.example?a=1', '/?a=1'],
    ['https://e.example/a/b.c;d=1,2/?q=1&r=a/b?c:@!$()*', '/a/b.c;d=1,2/?q=1&r=a/b?c:@!$()*'],
    ['HTTPS://e.example/A?B', '/A?B'],
    ['https://e.example/%41%c3%a9', '/%41%c3%a9'],
    ['https://e.example//a//b', '//a//b'],
    ['https://e.example/...', '/...'],
    ['https://e.example/.a/..b', '/.a/..b'],
    ['https://e.example/a?x=../b', '/a?x=../b'],
  ])('is path and query as they were written: %s', (url, target) => {
    expect(forUrl(url)).toMatchObject({ plan: { target }, found: [] });
  });

  it.each([
    ['a space', 'https://e.example/a b?c d', '/a%20b?c%20d', [' ', ' ']],
    ['letters of other languages', 'https://e.example/č?ž', '/%C4%8D?%C5%BE', ['č', 'ž']],
    ['a character of two units', 'https://e.example/🌅', '/%F0%9F%8C%85', ['🌅']],
    ['a backslash', 'https://e.example/a\\b', '/a/b', ['\\']],
    ['a backslash after the host', 'https://e.example\\b', '/b', ['\\']],
    ['a tab', 'https://e.example/a\tb', '/ab', ['\t']],
    ['line breaks of pretty-printed XML', 'https://e.example/a?b=1\n&c=2', '/a?b=1&c=2', ['\n']],
    ['quotes', `https://e.example/"?'`, '/%22?%27', ['"', `'`]],
    ['. segments', 'https://e.example/a/./b', '/a/b', ['.']],
    ['.. segments', 'https://e.example/a/../b', '/b', ['..']],
    ['encoded .. segments', 'https://e.example/a/%2e%2E/b', '/b', ['%2e%2E']],
    ['a .. segment at the end', 'https://e.example/a/b/..', '/a/', ['..']],
    ['a .. segment above the root', 'https://e.example/../a', '/a', ['..']],
    ['a fragment', 'https://e.example/a?b#c d', '/a?b', ['#c d']],
  ])('is reported where parsing changed it: %s', (_, url, target, places) => {
    const built = forUrl(url);
    expect(built.plan?.target).toBe(target);
    expect(built.found).toEqual(places.map((place) => `warning URL-2 ${place}`));
  });

  it('is reported where XML had to escape the character: the range covers all of it', () => {
    expect(forUrl('https://e.example/<').found).toEqual(['warning URL-2 &lt;']);
  });

  it.each(['.', '..'])('is reported above all where a value brought in a segment %s', (to) => {
    const built = buildFor({ url: 'https://e.example/a/%to%/b', params: { to } });
    expect(built.plan?.target).toBe(to === '.' ? '/a/b' : '/b');
    expect(built.found).toEqual(['warning URL-2 %to%']);
    expect(built.message('URL-2')).toContain('%to%');
  });

  it('is reported where value and typed text make a segment together', () => {
    const built = buildFor({ url: 'https://e.example/a/.%to%/b', params: { to: '.' } });
    expect(built.plan?.target).toBe('/b');
    expect(built.rules).toEqual(['URL-2']);
  });

  it('is reported at the parameter where its value is not encoded', () => {
    const params = { to: 'a b\\c' };
    const built = buildFor({ url: 'https://e.example/%to%', params, assume: { 'url-encoding': 'none' } });
    expect(built).toMatchObject({
      plan: { target: '/a%20b/c' },
      found: ['warning URL-2 %to%', 'warning URL-2 %to%'],
    });
  });

  it.each([
    ['https://e.example/%to%?a=%to%&b', ['/', '%to%', '?a=', '%to%', '&b']],
    ['https://e.example/a/../%to%', ['/', '%to%']],
    // Not of the target: there the host was chosen.
    ['https://e.example%to%/a', ['/a']],
  ])('keeps the place of a parameter that is empty: %s', (url, expected) => {
    const pieces = buildFor({ url, params: { to: '' } }).plan?.targetPieces ?? [];
    const shown = pieces.map(({ text, origin }) => (origin.kind === 'parameter' ? '%to%' : text));
    expect(shown.filter((text) => text !== '')).toEqual(expected);
  });

  it('of a fragment that a value brings is not sent either', () => {
    const built = buildFor({
      url: 'https://e.example/a%to%',
      params: { to: '#b' },
      assume: { 'url-encoding': 'none' },
    });
    expect(built).toMatchObject({ plan: { target: '/a' }, found: ['warning URL-2 %to%'] });
  });
});

describe('the host', () => {
  it.each([
    ['https://münchen.example/', 'xn--mnchen-3ya.example', 'münchen.example'],
    ['https://0x7f.1/', '127.0.0.1', '0x7f.1'],
    ['https://[::0001]/', '[::1]', '[::0001]'],
    ['https://ex%61mple.com/', 'example.com', 'ex%61mple.com'],
  ])('%s is reported where it is read as another (URL-2)', (url, host, place) => {
    expect(forUrl(url)).toMatchObject({ plan: { host, target: '/' }, found: [`warning URL-2 ${place}`] });
  });

  it.each([
    ['https://e.example:443/', 'e.example', true],
    ['http://e.example:80/', 'e.example', false],
    ['https://e.example:80/', 'e.example:80', true],
    ['http://e.example:443/', 'e.example:443', false],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080', false],
    ['https://[::1]:8443/', '[::1]:8443', true],
  ])("%s carries the port where it is not the scheme's own (HDR-1)", (url, host, secure) => {
    const built = forUrl(url);
    expect(built).toMatchObject({ plan: { host, secure, url: `${secure ? 'https' : 'http'}://${host}/` } });
    expect(built.headerPairs[0]).toEqual(['Host', host]);
  });
});

describe('user info (URL-3)', () => {
  it.each([
    'https://user:pw@e.example/a',
    'https://user@e.example/a',
    'https://:pw@e.example/a',
    'https://a@b@e.example/a',
  ])('%s is not sent, with a warning', (url) => {
    const built = forUrl(url);
    expect(built.plan).toMatchObject({ url: 'https://e.example/a', host: 'e.example', target: '/a' });
    expect(built.found).toEqual([`warning URL-3 ${url.slice(8, url.lastIndexOf('@') + 1)}`]);
    expect(built.headText).not.toContain('Authorization');
  });

  it('is nothing after the host', () => {
    expect(forUrl('https://e.example/a@b?c@d')).toMatchObject({ plan: { target: '/a@b?c@d' }, found: [] });
  });
});

it('a dot segment is resolved with what came from where still known, and no password is spelt out (URL-2)', () => {
  const url = 'https://e.example/./a/%account[password]%?p=%account[password]%&to=%to%';
  const built = buildFor({ url, params: { to: '1', 'account[password]': 's3cret' } });
  expect(built.plan?.target).toBe('/a/s3cret?p=s3cret&to=1');
  expect(
    built.plan?.targetPieces.filter(({ origin }) => origin.kind === 'parameter' && origin.secret),
  ).toHaveLength(2);
  expect(JSON.stringify(built.diagnostics)).not.toContain('s3cret');
});

it.each([
  'https://e.example:443%account[password]%',
  '%account[password]%',
  'https://%account[password]% x/',
])('an error about the URL %s does not spell out the password (URL-1)', (url) => {
  const built = buildFor({ url, params: { 'account[password]': 's3cret' } });
  expect(built.plan).toBeNull();
  expect(JSON.stringify(built.diagnostics)).not.toContain('s3cret');
});
