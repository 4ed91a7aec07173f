import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';

const params = { to: 'a b+&=/?#%č', description: 'ok-._~' };
const encoded = 'a%20b%2B%26%3D%2F%3F%23%25%C4%8D';

describe('a value in the path and query (TPL-8)', () => {
  const url = 'https://e.example/p/%to%/x?q=%to%&r=%to%';

  it('is percent-encoded UTF-8, everything but A–Z a–z 0–9 - . _ ~', () => {
    const built = buildFor({ url, params });
    expect(built.plan?.target).toBe(`/p/${encoded}/x?q=${encoded}&r=${encoded}`);
    expect(built.found).toEqual([]);
  });

  it('has + for a space in the query, and only there, under form', () => {
    const built = buildFor({ url, params, assume: { 'url-encoding': 'form' } });
    const form = encoded.replaceAll('%20', '+');
    expect(built.plan?.target).toBe(`/p/${encoded}/x?q=${form}&r=${form}`);
    expect(built.found).toEqual([]);
  });

  it('is put in as it is under none', () => {
    const built = buildFor({ url, params: { to: 'a&b=+/c' }, assume: { 'url-encoding': 'none' } });
    expect(built.plan?.target).toBe('/p/a&b=+/c/x?q=a&b=+/c&r=a&b=+/c');
  });

  it('under none can add a query or parameters: nothing protects it', () => {
    const built = buildFor({
      url: 'https://e.example/%to%',
      params: { to: 'x?y=1' },
      assume: { 'url-encoding': 'none' },
    });
    expect(built.plan?.target).toBe('/x?y=1');
  });

  it('is the value alone: typed text is not encoded by it', () => {
    const built = buildFor({ url: 'https://e.example/a+b%20%41?%to%=%to%&x=%2B', params: { to: '+' } });
    expect(built.plan?.target).toBe('/a+b%20%41?%2B=%2B&x=%2B');
  });

  it('is encoded in a name, beside other text, and where it comes from the account', () => {
    const url = 'https://e.example/a%account[n]%b?%account[n]%x=1';
    expect(buildFor({ url, nodes: { n: 'é ' } }).plan?.target).toBe('/a%C3%A9b?%C3%A9x=1');
  });

  it('directly after the host is in the query where that began', () => {
    const short = { params: { to: 'a b' }, assume: { 'url-encoding': 'form' } } as const;
    expect(buildFor({ url: 'https://e.example?%to%', ...short }).plan?.target).toBe('/?a+b');
    expect(buildFor({ url: 'https://e.example/%to%', ...short }).plan?.target).toBe('/a%20b');
  });
});

describe('the assumption url-encoding', () => {
  it.each([
    'percent',
    'form',
    'none',
  ] as const)('is touched where a value would need encoding: %s', (option) => {
    const url = 'https://e.example/%description%?a=%to%';
    const { touched, xml } = buildFor({
      url,
      params: { ...params, to: 'é' },
      assume: { 'url-encoding': option },
    });
    const start = xml.indexOf('%to%');
    expect(touched).toContainEqual({ id: 'url-encoding', ranges: [{ start, end: start + 4 }] });
  });

  it('is not touched where no value would', () => {
    const { touched } = buildFor({ url: 'https://e.example/č?a=%description%', params });
    expect(touched.map(({ id }) => id)).not.toContain('url-encoding');
  });
});

describe('the scheme and authority (TPL-9)', () => {
  it.each([
    [
      'the whole of them',
      '%account[base]%/up',
      { base: 'https://e.example:8443' },
      'https://e.example:8443/up',
    ],
    ['the scheme', '%account[s]%://e.example/', { s: 'http' }, 'http://e.example/'],
    ['the host', 'https://%account[h]%/up', { h: 'e.example' }, 'https://e.example/up'],
    ['a label of the host', 'https://m.%account[h]%.example/up', { h: 'x-1' }, 'https://m.x-1.example/up'],
    ['the port', 'https://e.example:%account[p]%/up', { p: '81' }, 'https://e.example:81/up'],
  ])('may come from account nodes, put in as they are: %s', (_, url, nodes, expected) => {
    expect(buildFor({ url, nodes })).toMatchObject({ plan: { url: expected }, found: [] });
  });

  it.each([
    ['https://%to%/up', 'e.example', 'https://e.example/up'],
    ['https://e.%to%', 'example', 'https://e.example/'],
    ['https://e.example:%to%/', '81', 'https://e.example:81/'],
    ['%to%://e.example/', 'http', 'http://e.example/'],
    ['%to%', 'https://e.example/x?y=1', 'https://e.example/x?y=1'],
    ['https://%to%e.example/', '', 'https://e.example/'],
  ])('that anything else gives are a warning: %s', (url, to, expected) => {
    const built = buildFor({ url, params: { to } });
    expect(built).toMatchObject({ plan: { url: expected }, found: ['warning TPL-9 %to%'] });
  });

  it('that a call or a parameter of one own gives are a warning too', () => {
    const url = 'https://%mine%.%sha1(x)%.example/';
    expect(buildFor({ url, params: { mine: 'm' } }).found).toEqual([
      'warning TPL-9 %mine%',
      'warning TPL-9 %sha1(x)%',
    ]);
  });

  it.each(['/', '?', '#'])('end at the first %s after ://', (end) => {
    const built = buildFor({ url: `https://e.example${end}%to%`, params });
    expect(built.rules).not.toContain('TPL-9');
  });

  it('end where a value brings the end: what follows is encoded', () => {
    const nodes = { base: 'https://e.example/p?q=' };
    const short = { nodes, params: { to: 'a b' }, assume: { 'url-encoding': 'form' } } as const;
    const built = buildFor({ url: '%account[base]%%to%', ...short });
    expect(built).toMatchObject({ plan: { target: '/p?q=a+b' }, found: [] });
  });

  it('are not over at a / before the ://', () => {
    const built = buildFor({
      url: 'https:/%account[slash]%%to%/',
      nodes: { slash: '/' },
      params: { to: 'e.example' },
    });
    expect(built).toMatchObject({ plan: { host: 'e.example' }, found: ['warning TPL-9 %to%'] });
  });
});

test('no value can add a parameter or a segment, whatever it holds, and each arrives as it was', () => {
  const unit = fc.oneof(
    fc.constantFrom('&', '=', '?', '#', '/', '\\', '%', '%26', '+', ' ', '.', '\t', '\r\n', '\0', '%to%'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom('percent', 'form'), (to, encoding) => {
      // A value that is a dot segment is resolved by the parser, and warned of (URL-2).
      fc.pre(to !== '.' && to !== '..');
      const url = 'https://e.example/a/%to%/b?a=%to%&%to%=b#%to%';
      const { plan, rules } = buildFor({ url, params: { to }, assume: { 'url-encoding': encoding } });
      const parsed = new URL(plan?.url ?? '');
      const value = Buffer.from(to).toString();
      expect([...parsed.searchParams]).toEqual([
        ['a', value],
        [value, 'b'],
      ]);
      expect(parsed.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', value, 'b']);
      expect(rules).toEqual(['URL-2']);
    }),
    { numRuns: 120 },
  );
});
