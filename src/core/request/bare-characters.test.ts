import { describe, expect, it, test } from 'vitest';
import { buildFor, withFix } from '../../test/build-for-test.ts';

const at = (target: string) => `https://m.example${target}`;

describe('a character that a URL may not hold bare (URL-4)', () => {
  it.each([
    ['/u?ids[]=1&f={a}|b^c`d&off=100%', '[]', '/u?ids%5B%5D=1&f=%7Ba%7D%7Cb%5Ec%60d&off=100%25'],
    ['/u?a=100%&b=1', '%', '/u?a=100%25&b=1'],
    ['/u?a=5%-off', '%', '/u?a=5%25-off'],
    ['/u?a=%zz', '%', '/u?a=%25zz'],
    ['/u?a=%4', '%', '/u?a=%254'],
    ['/u?a=%%41', '%', '/u?a=%25%41'],
    ['/a[1]/u', '[', '/a%5B1%5D/u'],
    ['/a|b', '|', '/a%7Cb'],
    ['/100%/u', '%', '/100%25/u'],
    ['/u?a=x|%to%|y', '|', '/u?a=x%7C%to%%7Cy'],
  ])('is sent as it is, with a warning and the fix: %s', (target, place, fixed) => {
    const built = buildFor({ url: at(target), params: { to: '1' } });
    expect(built.rules.filter((rule) => rule === 'URL-4')).toHaveLength(1);
    expect(built.at('URL-4')).toBe(place);
    expect(built.message('URL-4')).toContain('Tomcat');
    const after = buildFor({ xml: built.fixed('URL-4') ?? '' });
    expect(after.xml).toBe(buildFor({ url: at(fixed) }).xml);
    expect(after.rules.filter((rule) => /^URL|^TPL/.test(rule))).toEqual([]);
  });

  it.each([
    "/u?a=(1)*'!$,;:@",
    '/u?a=%5B%5d',
    '/u#[1]',
    '/a/../b',
    '/u?a=%zz'.replace('zz', 'aa'),
  ])('is none of %s', (target) => {
    expect(buildFor({ url: at(target) }).rules).not.toContain('URL-4');
  });

  it('is none that the parser encodes: that is a change (URL-2)', () => {
    const built = buildFor({ url: at('/{a}"') });
    expect(built.rules).toContain('URL-2');
    expect(built.rules).not.toContain('URL-4');
  });

  it('is escaped where it was typed as a reference, and in CDATA', () => {
    const xml = (url: string) =>
      `<account><genericMediaUploadUrl>${url}</genericMediaUploadUrl><genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData></account>`;
    expect(buildFor({ xml: xml(at('/?a&#91;<![CDATA[]=1|2]]>')) }).fixed('URL-4')).toBe(
      xml(at('/?a%5B<![CDATA[%5D=1%7C2]]>')),
    );
  });

  it.each([
    '/u?a={{to}}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what people write for a parameter
    '/u?a=${to}',
    '/u?a=%Account[username]%',
    '/u?a=account[username]',
  ])('is left alone where a parameter is meant (TPL-12), and only there: %s', (target) => {
    const nodes = { username: 'x' };
    expect(buildFor({ url: at(target), nodes }).fixed('URL-4')).toBeUndefined();
    const built = buildFor({ url: at(`${target}&ids[]=1`), nodes });
    expect(buildFor({ url: at(`${target}&ids%5B%5D=1`), nodes }).xml).toBe(
      built.fixed('URL-4') ??
        withFix(
          built.xml,
          built.diagnostics.findLast(({ rule }) => rule === 'URL-4'),
        ),
    );
  });

  it.each(['/u?a=%to|b', '/u?a=%abc[1]'])('has no fix where a parameter would come of it: %s', (target) => {
    const built = buildFor({ url: at(target) });
    expect(built.rules).toContain('URL-4');
    expect(built.fixed('URL-4')).toBeUndefined();
  });

  it('is reported at its parameter where a value brought it in, with a hint instead of a fix', () => {
    const short = {
      url: at('/u?a=%description%&b=%account[password]%'),
      nodes: { password: 'p|w' },
      params: { description: '{x}' },
      assume: { 'url-encoding': 'none' },
    } as const;
    const built = buildFor(short);
    expect(built.found.filter((one) => one.includes('URL-4'))).toEqual([
      'warning URL-4 %description%',
      'warning URL-4 %account[password]%',
    ]);
    const [first, second] = built.diagnostics.filter(({ rule }) => rule === 'URL-4');
    expect(first).toMatchObject({ message: expect.stringMatching(/\{ \}.*%description% brought it in/) });
    expect(second?.message).not.toContain('|');
    expect([first?.fix, second?.fix]).toEqual([undefined, undefined]);
    expect(buildFor({ ...short, assume: {} }).rules).not.toContain('URL-4');
  });

  it.each([
    '%foo%',
    '%to',
    '% to %',
    '%tto',
    '%sha1(a',
    '%md5(a)%',
    '%media_content%',
    '%account[x',
  ])('is no percent sign where a parameter is meant, which another rule says: %s', (text) => {
    expect(buildFor({ url: at(`/u?a=${text}`) }).message('URL-4') ?? '').not.toContain('%');
  });
});

test.each([
  ['http://m.example:443/', ':443', /that of https/],
  ['HTTP://u@m.example:0443/u?a=:1', ':0443', /that of https/],
  ['https://m.example:80', ':80', /that of http,/],
  ['https://[::1]:80/', ':80', /that of http,/],
  ['https://m.example:%account[port]%/', '%account[port]%', /that of http,/],
])('the port of the other scheme is reported at its place: %s (URL-5)', (url, place, text) => {
  const built = buildFor({ url, nodes: { port: '80' } });
  expect(built.at('URL-5')?.endsWith(place)).toBe(true);
  expect(built.message('URL-5')).toMatch(text);
  expect(built.fixed('URL-5')).toBeUndefined();
});

test.each([
  'http://m.example/',
  'http://m.example:80/',
  'https://m.example:443/',
  'https://m.example:8443/',
  'http://m.example:4430/',
  'https://[::80]/',
])('%s has a port that goes with its scheme (URL-5)', (url) => {
  expect(buildFor({ url }).rules).not.toContain('URL-5');
});
