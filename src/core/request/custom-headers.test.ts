import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';

const headersOf = (headers: string, params = {}) => buildFor({ headers, params }).customHeaders;

describe('custom headers (HDR-2)', () => {
  it.each([
    ['X-A:1', ['X-A', '1']],
    ['X-A: 1', ['X-A', '1']],
    [' \tX-A: \t 1 \t', ['X-A', '1']],
    ['X-A:1:2: 3', ['X-A', '1:2: 3']],
    ['X-A:', ['X-A', '']],
    ['X-A: ', ['X-A', '']],
    ['X-A: "a", b;c=d', ['X-A', '"a", b;c=d']],
    ['X-A: a+b%41&c', ['X-A', 'a+b%41&c']],
    ['x-Ä: 1', undefined],
    ["!#$%&'*+-.^_`|~09azAZ: 1", ["!#$%&'*+-.^_`|~09azAZ", '1']],
  ])('%j', (line, expected) => {
    expect(headersOf(line)[0]).toEqual(expected);
  });

  it('follow in their order, the same name as often as it stands', () => {
    expect(headersOf('X-B: 1\nX-A: 2\nx-b: 3')).toEqual([
      ['X-B', '1'],
      ['X-A', '2'],
      ['x-b', '3'],
    ]);
  });

  it('are each a line of the head, with one space after the colon', () => {
    expect(buildFor({ headers: 'X-A:1\nX-B:' }).headText).toMatch(/\r\nX-A: 1\r\nX-B: \r\n\r\n$/);
  });

  it('keep the white space of a value, but not what is typed around it', () => {
    expect(headersOf('X-A:  %to%  ', { to: ' a\t' })).toEqual([['X-A', ' a\t']]);
    expect(headersOf('X-A: %to%', { to: '  ' })).toEqual([['X-A', '  ']]);
  });

  it('may come from CDATA and from references', () => {
    const extra =
      '<genericMediaUploadCustomHeaders><![CDATA[X-A: a&b]]>&#10;X-B:&#x20;&lt;</genericMediaUploadCustomHeaders>';
    expect(buildFor({ extra }).customHeaders).toEqual([
      ['X-A', 'a&b'],
      ['X-B', '<'],
    ]);
  });
});

describe('lines (HDR-3)', () => {
  const two = [
    ['X-A', '1'],
    ['X-B', '2'],
  ];

  it.each([
    '\n',
    '\r\n',
    '\\n',
    '\\r\\n',
    '\n\n',
    '\\n\\n',
    ' \n \n ',
    '\\n\n',
    '\r\n\\r\\n\t',
  ])('end at real line breaks and at typed ones, blank ones are skipped: %j', (lineEnd) => {
    const built = buildFor({ headers: `X-A: 1${lineEnd}X-B: 2` });
    expect(built).toMatchObject({ customHeaders: two, found: [] });
  });

  it.each([
    ['\\r', '1\\rX-B: 2'],
    ['\\t', '1\\tX-B: 2'],
    ['\\N', '1\\NX-B: 2'],
    ['\\', '1\\X-B: 2'],
  ])('do not end at a typed %s', (typed, value) => {
    expect(headersOf(`X-A: 1${typed}X-B: 2`)).toEqual([['X-A', value]]);
  });

  it('do not end at what a value brings, nor inside a call', () => {
    expect(headersOf('X-A: %to%', { to: '1\\nX-B: 2' })).toEqual([['X-A', '1\\nX-B: 2']]);
    expect(headersOf('X-A: %sha1(\n\\n)%')).toEqual([['X-A', expect.stringMatching(/^[0-9a-f]{40}$/)]]);
    expect(headersOf('X-A: %md5(\\n)%')).toEqual([['X-A', '%md5(\\n)%']]);
  });

  it('that a typed break cut off and that are no header say why (HDR-4)', () => {
    const built = buildFor({ headers: 'X-Path: C:\\new' });
    expect(built).toMatchObject({ customHeaders: [['X-Path', 'C:']], found: ['error HDR-4 ew'] });
    expect(built.message('HDR-4')).toContain('\\n');
    const real = buildFor({ headers: 'X-Path: C:\new' });
    expect(real.found).toEqual(['error HDR-4 ew']);
    expect(real.message('HDR-4')).not.toContain('\\n');
  });
});

describe('a line that is no header (HDR-4)', () => {
  it.each([
    ['has no colon', 'no colon', 'no colon'],
    ['has a space before the colon', 'X-A : 1', ' '],
    ['has a space in its name', 'X A: 1', ' '],
    ['has a letter of another language', 'X-É: 1', 'É'],
    ['has a separator in its name', 'X(A): 1', '('],
    ['has no name', ': 1', ''],
    ['has a parameter in its name', 'X-%to%: 1', '%to%'],
    ['has a call in its name', '%sha1(x)%: 1', '%sha1(x)%'],
    ['has an unknown parameter in its name', 'X-%nope%: 1', '%nope%'],
    ['is a parameter', '%to%', '%to%'],
    ['has a control character in its name', 'X\x7FA: 1', '\x7F'],
  ])('is an error and is not sent: it %s', (_, line, place) => {
    const built = buildFor({ headers: `X-1: 1\n${line}\nX-2: 2`, params: { to: 'a: b' } });
    // Invisible characters are ACC-11's, which has tests of its own.
    expect(built.found.filter((one) => !one.includes('ACC-11'))).toEqual([`error HDR-4 ${place}`]);
    expect(built.customHeaders.map(([name]) => name)).toEqual(['X-1', 'X-2']);
  });

  it('has only colons that are typed', () => {
    expect(buildFor({ headers: 'X-%account[a:b]%' }).found).toEqual(['error HDR-4 X-%account[a:b]%']);
  });
});

describe("headers of the app's HTTP stack (HDR-5)", () => {
  it.each([
    'Host',
    'Connection',
    'Content-Type',
    'Content-Length',
    'Transfer-Encoding',
    'TE',
    'Trailer',
    'Upgrade',
    'Expect',
    'Keep-Alive',
    'Proxy-Authorization',
    'Proxy-Anything',
    'hOST',
    'proxy-connection',
    'content-length',
  ])('%s is not sent, with an error', (name) => {
    const plain = buildFor({}).headerPairs;
    const built = buildFor({ headers: `${name}: x` });
    expect(built).toMatchObject({ headerPairs: plain, found: [`error HDR-5 ${name}`] });
  });

  it.each([
    'Proxy',
    'X-Host',
    'Hosts',
    'Accept',
    'Authorization',
    'Cookie',
    'Content-Encoding',
    'Date',
  ])('%s is not one of them', (name) => {
    expect(buildFor({ headers: `${name}: x` })).toMatchObject({ customHeaders: [[name, 'x']], found: [] });
  });
});

describe("a header's value (TPL-11)", () => {
  it('is inserted as it is, UTF-8', () => {
    const to = 'č🌅 %41 + & = " \\ : ,';
    expect(buildFor({ headers: 'X-A: (%to%)', params: { to } })).toMatchObject({
      customHeaders: [['X-A', `(${to})`]],
      found: [],
    });
  });

  it.each(['a\rb', 'a\nb', 'a\0b'])('has a space for each CR, LF and NUL, with a warning: %j', (to) => {
    expect(buildFor({ headers: 'X-A: %to%', params: { to } })).toMatchObject({
      customHeaders: [['X-A', 'a b']],
      found: ['warning TPL-11 %to%'],
    });
  });

  it('is wrong at the very character, where that is typed', () => {
    expect(buildFor({ headers: 'X-A: a\x7Fb' }).found).toContain('warning TPL-11 \x7F');
  });

  it('has as many spaces as it had of them', () => {
    expect(headersOf('X-A: %to%', { to: '\r\n\0\n' })).toEqual([['X-A', '    ']]);
  });

  it('of an account node is no exception', () => {
    const extra = '<n>a&#13;&#10;X-Evil: 1</n>';
    const built = buildFor({ headers: 'X-A: %account[n]%', extra });
    expect(built.customHeaders).toEqual([['X-A', 'a  X-Evil: 1']]);
    expect(built.found).toEqual(['warning TPL-11 %account[n]%']);
  });
});

test('no value can add a header or a line, whatever it holds', () => {
  const unit = fc.oneof(
    fc.constantFrom('\r', '\n', '\0', '\\n', ':', ' ', '\u2028', '\u0085', '\v', '\f'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (to) => {
      const short = { headers: 'X-A: %to%\nUser-Agent: a%to%b\\nX-B:%account[n]%:%to%', nodes: { n: 'x' } };
      const harmless = buildFor({ ...short, params: { to: 'x' } });
      const built = buildFor({ ...short, params: { to } });
      expect(built.headText.split(/\r\n|\r|\n/).length).toBe(harmless.headText.split('\r\n').length);
      expect(built.headText).not.toContain('\0');
      expect(built.headerPairs.map(([name]) => name)).toEqual(harmless.headerPairs.map(([name]) => name));
    }),
    { numRuns: 150 },
  );
});
