import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';

/** What a template gives as a part's value, where nothing is encoded (TPL-10). */
function expand(template: string, short: ShortRequest = {}) {
  const built = buildFor({ data: `v=${template}&f=%media_content%`, ...short });
  const value = Buffer.from(built.bodyText, 'latin1').toString();
  const [, text] = /name=v\r\n\r\n([\s\S]*?)\r\n--B\r\n/.exec(value) ?? [];
  return { ...built, text };
}

/** Any UTF-16 units: lone surrogates too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const account = (value: string) => ({ nodes: { username: value } });

describe('parameters (TPL-1)', () => {
  it.each([
    'to',
    'description',
    'installid',
    'appid',
    'imei',
    'build',
    'version',
    'platform',
    'platformversion',
    'device',
    'locale',
  ])('%s is what the user set, and empty where nothing is', (name) => {
    expect(expand(`%${name}%`, { params: { [name]: 'x' } })).toMatchObject({ text: 'x', found: [] });
    expect(expand(`%${name}%`)).toMatchObject({ text: '', found: [] });
  });

  it('media_size and content_type describe the media, until the user sets them', () => {
    expect(expand('%media_size%,%content_type%').text).toBe('9,image/jpeg');
    const params = { media_size: '1', content_type: 'x/y' };
    expect(expand('%media_size%,%content_type%', { params }).text).toBe('1,x/y');
  });

  it('a parameter of one own is known, and goes before one of the same name', () => {
    expect(expand('%mine%', { params: { mine: 'x' } })).toMatchObject({ text: 'x', found: [] });
    expect(expand('%sms_to%', { params: { to: 'x', sms_to: 'y' } })).toMatchObject({ text: 'y', found: [] });
    expect(expand('%ab%', { params: { ab: 'x' } })).toMatchObject({ text: 'x', found: [] });
  });

  it('a parameter of one own called media_content takes the place of the media', () => {
    const built = buildFor({ data: 'f=%media_content%', params: { media_content: 'x' } });
    expect(built.bodyText).toContain('name=f\r\n\r\nx\r\n');
    expect(built.rules).toEqual(['MP-4']);
  });

  it.each([
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
  ])('%s is no parameter by accident', (name) => {
    expect(expand(`%${name}%`)).toMatchObject({ text: `%${name}%`, found: [`warning TPL-5 %${name}%`] });
  });
});

describe('account nodes (TPL-2)', () => {
  it('are read as values are: CDATA, entities, white space', () => {
    const extra = '<username> <![CDATA[a&b]]>&lt;\n</username>';
    expect(expand('%account[username]%', { extra })).toMatchObject({ text: 'a&b<', found: [] });
  });

  it("may be the provider's own, and those of this service", () => {
    expect(expand('%account[x-y.z]%', { nodes: { 'x-y.z': '1' } }).text).toBe('1');
    expect(expand('%account[genericMediaUploadUrl]%').text).toBe('https://example.com/up');
  });

  it('are never expanded again, whatever they hold', () => {
    const value = '%to% %account[username]% %sha1(x)% %41 %unknown%';
    expect(expand('%account[username]%', account(value))).toMatchObject({ text: value, found: [] });
    expect(expand('%to%', { params: { to: value } })).toMatchObject({ text: value, found: [] });
  });

  it('that are absent give nothing, with a warning', () => {
    expect(expand('%account[nobody]%')).toMatchObject({
      text: '',
      found: ['warning TPL-2 %account[nobody]%'],
    });
  });

  it('that are there but empty give nothing, without a word', () => {
    expect(expand('%account[username]%', { extra: '<username/>' })).toMatchObject({ text: '', found: [] });
  });

  it('that are absent but set by the user give that', () => {
    const params = { 'account[nobody]': 'x' };
    expect(expand('%account[nobody]%', { params })).toMatchObject({ text: 'x', found: [] });
    expect(expand('%account[username]%', { ...account('a'), params: { 'account[username]': '' } }).text).toBe(
      '',
    );
  });

  it.each(['constructor', '__proto__', 'toString'])('%s is absent like any other', (name) => {
    expect(expand(`%account[${name}]%`)).toMatchObject({ text: '', rules: ['TPL-2'] });
  });
});

describe('sha1 (TPL-3)', () => {
  it.each([
    ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ])('of %j is as in FIPS 180', (text, digest) => {
    expect(expand(`%sha1(${text})%`)).toMatchObject({ text: digest, found: [] });
  });

  it('is of the UTF-8 bytes of any value', () => {
    fc.assert(
      fc.property(anyText, (to) => {
        expect(expand('%sha1(%to%)%', { params: { to } }).text).toBe(sha1(to));
      }),
      { numRuns: 100 },
    );
  });

  it('takes the typed text as it is: no form-decoding, no splitting', () => {
    const text = 'a+b%41&c=d\ne';
    expect(expand(`%sha1(${text})%`)).toMatchObject({ text: sha1(text), found: [] });
  });

  it('takes its argument as a template: typed text, parameters, calls', () => {
    const short = { ...account('john'), params: { to: '+1' } };
    expect(expand('%sha1(%account[username]%:%to%)%', short).text).toBe(sha1('john:+1'));
    expect(expand('%sha1(%sha1(%to%)%)%', short).text).toBe(sha1(sha1('+1')));
  });

  it('may hold calls nested by the thousand', () => {
    const built = buildFor({ headers: `X: ${'%sha1('.repeat(20_000)}${')%'.repeat(20_000)}` });
    expect(built.customHeaders).toEqual([['X', expect.stringMatching(/^[0-9a-f]{40}$/)]]);
  });

  it('is the same in a header and in the URL', () => {
    const built = buildFor({ url: 'https://e.example/%sha1(a b)%', headers: 'X: %sha1(a\\nb)%' });
    expect(built).toMatchObject({ plan: { target: `/${sha1('a b')}` }, found: [] });
    expect(built.customHeaders).toEqual([['X', sha1('a\\nb')]]);
  });
});

describe('another function (TPL-3)', () => {
  it.each([
    '%md5(%to%)%',
    '%SHA1(a)%',
    '%sha256(a+b%41)%',
    '%md5(%sha1(x)%)%',
  ])('%s is an error and stays', (call) => {
    expect(expand(call, { params: { to: 'x' } })).toMatchObject({
      text: call,
      found: [`error TPL-3 ${call}`],
    });
  });

  it('stays as it is written inside sha1, too', () => {
    expect(expand('%sha1(%md5(%to%)%)%')).toMatchObject({
      text: sha1('%md5(%to%)%'),
      found: ['error TPL-3 %md5(%to%)%'],
    });
  });

  it('stays unencoded in the URL', () => {
    expect(buildFor({ url: 'https://e.example/%md5(x,y)%' })).toMatchObject({
      plan: { target: '/%md5(x,y)%' },
      rules: ['TPL-3'],
    });
  });
});

describe('an unknown parameter (TPL-5)', () => {
  it('stays as it is written, neither decoded nor encoded, with a warning that names the closest one', () => {
    const built = expand('a+%descripton%+b');
    expect(built).toMatchObject({ text: 'a %descripton% b', found: ['warning TPL-5 %descripton%'] });
    expect(built.message('TPL-5')).toContain('%description%');
    expect(buildFor({ url: 'https://e.example/%zz%?a=%zz%' }).plan?.target).toBe('/%zz%?a=%zz%');
  });

  it('uses up both its percent signs', () => {
    expect(expand('%nope%to%', { params: { to: 'x' } }).text).toBe('%nope%to%');
    expect(expand('%nope%41', { params: { to: 'x' } }).text).toBe('%nope%41');
  });

  it('is empty under the alternative, with the same warning', () => {
    const assume = { 'unknown-parameter': 'empty' } as const;
    expect(expand('a%nope%b', { assume })).toMatchObject({ text: 'ab', found: ['warning TPL-5 %nope%'] });
    expect(expand('%sha1(%nope%)%', { assume }).text).toBe(sha1(''));
  });

  it.each(['keep', 'empty'] as const)('says that the assumption affected the request: %s', (option) => {
    const { touched, xml } = expand('%nope%', { assume: { 'unknown-parameter': option } });
    const start = xml.indexOf('%nope%');
    expect(touched).toContainEqual({ id: 'unknown-parameter', ranges: [{ start, end: start + 6 }] });
  });

  it('inside sha1 is the text that is hashed', () => {
    expect(expand('%sha1(%nope%)%')).toMatchObject({ text: sha1('%nope%'), found: ['warning TPL-5 %nope%'] });
  });

  it('is one of no known name, letter case included', () => {
    expect(expand('%To%')).toMatchObject({ text: '%To%', found: ['warning TPL-5 %To%'] });
  });

  it.each([
    ['in the URL', { url: 'https://e.example/%media_content%' }],
    ['in a header', { headers: 'X: %media_content%' }],
    ["in a part's name", { data: 'f=%media_content%&%media_content%=x' }],
    ['inside a call', { data: 'f=%media_content%&g=%sha1(%media_content%)%' }],
  ])('is %%media_content%% %s', (_, short) => {
    expect(buildFor(short).found).toEqual(['warning TPL-5 %media_content%']);
  });
});

describe('passwords over http (TPL-6)', () => {
  const nodes = { password: 'p w', cloud_password: 'c', other_password: 'o' };
  const everywhere = {
    nodes,
    url: 'http://e.example/%account[password]%?c=%account[cloud_password]%',
    data: 'a=%account[password]%&%account[cloud_password]%=b&f=%media_content%',
    headers: 'X: %account[password]%',
  };

  it('are eight asterisks everywhere, put in as they are, each with a warning', () => {
    const built = buildFor(everywhere);
    expect(built.plan?.target).toBe('/********?c=********');
    expect(built.bodyText).toContain('name=a\r\n\r\n********\r\n');
    expect(built.bodyText).toContain('name=********\r\n\r\nb\r\n');
    expect(built.customHeaders).toEqual([['X', '********']]);
    expect(built.found.toSorted()).toEqual([
      ...Array(2).fill('warning TPL-6 %account[cloud_password]%'),
      ...Array(3).fill('warning TPL-6 %account[password]%'),
    ]);
  });

  it('are themselves over https, and under the alternative', () => {
    const https = buildFor({ ...everywhere, url: everywhere.url.replace('http:', 'https:') });
    const send = buildFor({ ...everywhere, assume: { 'http-password': 'send' } });
    for (const built of [https, send]) {
      expect(built.plan?.target).toBe('/p%20w?c=c');
      expect(built.customHeaders).toEqual([['X', 'p w']]);
      expect(built.found).toEqual([]);
    }
    expect(https.touched.map(({ id }) => id)).not.toContain('http-password');
    expect(send.touched.map(({ id }) => id)).toContain('http-password');
  });

  it.each([
    'HTTPS://e.example/',
    '%account[base]%/',
    'https://%account[host]%/',
  ])('the scheme counts as expanded: %s', (url) => {
    const short = { url, nodes: { ...nodes, base: 'https://e.example', host: 'e.example' } };
    expect(expand('%account[password]%', short)).toMatchObject({ text: 'p w', found: [] });
  });

  it('the scheme of a URL that a value brings may be http', () => {
    const short = { url: '%account[base]%/', nodes: { ...nodes, base: 'http://e.example' } };
    expect(expand('%account[password]%', short)).toMatchObject({ text: '********', rules: ['TPL-6'] });
  });

  const url = 'http://e.example/';

  it('set by the user are masked too', () => {
    const params = { 'account[password]': 'x' };
    expect(expand('%account[password]%', { url, params })).toMatchObject({
      text: '********',
      rules: ['TPL-6'],
    });
  });

  it('inside sha1 count as they are', () => {
    expect(expand('%sha1(%account[password]%)%', { url, nodes })).toMatchObject({
      text: sha1('p w'),
      found: [],
    });
  });

  it('that are empty are not masked', () => {
    expect(expand('%account[password]%', { url, extra: '<password/>' })).toMatchObject({
      text: '',
      found: [],
    });
    expect(expand('%account[password]%', { url })).toMatchObject({ text: '', rules: ['TPL-2'] });
  });

  it('no other node is masked', () => {
    expect(expand('%account[other_password]%', { url, nodes })).toMatchObject({ text: 'o', found: [] });
  });

  it('the real value is nowhere in the request', () => {
    const nodes = { password: 'Zx9-secret' };
    const built = buildFor({ ...everywhere, nodes });
    expect(built.headText + built.bodyText + built.plan?.url).not.toContain('Zx9-secret');
  });
});

describe('%sms_to% (TPL-7)', () => {
  const params = { to: '+1' };

  it('is the recipient, with a warning whose fix is %to%', () => {
    const built = expand('%sms_to%', { params });
    expect(built).toMatchObject({ text: '+1', found: ['warning TPL-7 %sms_to%'] });
    expect(buildFor({ xml: built.fixed('TPL-7') ?? '', params })).toMatchObject({
      found: [],
      bodyText: built.bodyText,
    });
  });

  it('is so inside sha1 and in the URL', () => {
    expect(expand('%sha1(%sms_to%)%', { params })).toMatchObject({ text: sha1('+1'), rules: ['TPL-7'] });
    const built = buildFor({ url: 'https://e.example/%sms_to%', params });
    expect(built).toMatchObject({ plan: { target: '/%2B1' }, found: ['warning TPL-7 %sms_to%'] });
  });

  it('is an unknown parameter under the alternative', () => {
    const assume = { 'sms-to': 'unknown' } as const;
    expect(expand('%sms_to%', { params, assume })).toMatchObject({
      text: '%sms_to%',
      found: ['warning TPL-5 %sms_to%'],
    });
  });
});
