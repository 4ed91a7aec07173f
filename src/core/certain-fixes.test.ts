import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest, withFix } from '../test/build-for-test.ts';
import { isWellFormed, readXml } from './xml/read-xml.ts';

const url = '<genericMediaUploadUrl>https://e.example/</genericMediaUploadUrl>';
const file = '<genericMediaUploadMultipartData>f=%media_content%</genericMediaUploadMultipartData>';

/** The document with the fix of the first diagnostic of a rule that has one. */
function fixed(rule: string, short: ShortRequest): string | undefined {
  const built = buildFor(short);
  return withFix(
    built.xml,
    built.diagnostics.find((one) => one.rule === rule && one.fix),
  );
}

describe('a fix in the document', () => {
  it.each([
    [
      'a repeated node goes with its line (ACC-4)',
      'ACC-4',
      '<account>\n  <a>1</a>\n  <a>2</a>\n</account>',
      '<account>\n  <a>2</a>\n</account>',
    ],
    [
      'of two nodes the one of lower priority goes (ACC-4)',
      'ACC-4',
      '<account><a priority="1">1</a><a>2</a></account>',
      '<account><a priority="1">1</a></account>',
    ],
    [
      'a misspelt key beside the right one goes (KEY-1)',
      'KEY-1',
      `<account>${url}<genericMediaUploaderUrl>x</genericMediaUploaderUrl></account>`,
      `<account>${url}</account>`,
    ],
    [
      'a key without effect goes with its line (KEY-2)',
      'KEY-2',
      '<account>\r\n\t<genericMediaUploadPostData/>\r\n</account>',
      '<account>\r\n</account>',
    ],
    [
      'the file part is added (MP-4)',
      'MP-4',
      '<account><genericMediaUploadMultipartData>\n  a=1\n</genericMediaUploadMultipartData></account>',
      '<account><genericMediaUploadMultipartData>\n  a=1&amp;file=%media_content%\n</genericMediaUploadMultipartData></account>',
    ],
    [
      'the file part is added in CDATA (MP-4)',
      'MP-4',
      '<account><genericMediaUploadMultipartData><![CDATA[a=1]]></genericMediaUploadMultipartData></account>',
      '<account><genericMediaUploadMultipartData><![CDATA[a=1&file=%media_content%]]></genericMediaUploadMultipartData></account>',
    ],
    [
      'the multipart data is added (MP-4)',
      'MP-4',
      `<account>\n  ${url}\n</account>`,
      `<account>\n  ${url}\n  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>\n</account>`,
    ],
    [
      'a condition is spelt right (REW-5)',
      'REW-5',
      `<account><rewriting><rule><conditions><condition type='startWith' param="0"/></conditions></rule></rewriting></account>`,
      `<account><rewriting><rule><conditions><condition type='startsWith' param="0"/></conditions></rule></rewriting></account>`,
    ],
    [
      'an end tag that is missing after a value is added (ACC-5)',
      'ACC-5',
      '<account>\n  <a>x<!-- y -->\n  <b>z</b>\n</account>',
      '<account>\n  <a>x</a><!-- y -->\n  <b>z</b>\n</account>',
    ],
    [
      'an end tag that is missing after CDATA is added (ACC-5)',
      'ACC-5',
      '<account><a><![CDATA[x]]></account>',
      '<account><a><![CDATA[x]]></a></account>',
    ],
    ['a control character goes (ACC-5)', 'ACC-5', '<account>\u0001</account>', '<account></account>'],
    [
      'a space is put before an attribute (ACC-5)',
      'ACC-5',
      '<account a="1"b="2"/>',
      '<account a="1" b="2"/>',
    ],
    [
      'a document type declaration goes (ACC-7)',
      'ACC-7',
      '<!DOCTYPE account [<!ELEMENT account ANY>]><account/>',
      '<account/>',
    ],
  ])('%s', (_, rule, xml, expected) => {
    expect(fixed(rule, { xml })).toBe(expected);
  });
});

describe('a fix in a value', () => {
  it.each<[rule: string, short: ShortRequest, expected: ShortRequest]>([
    ['ACC-8', { method: 'POSTS' }, { method: 'POST' }],
    ['ACC-8', { method: 'putt' }, { method: 'PUT' }],
    ['KEY-4', { timeout: '90 s' }, { timeout: '90' }],
    ['TPL-3', { data: 'h=%SHA1(x)%&f=%media_content%' }, { data: 'h=%sha1(x)%&f=%media_content%' }],
    ['TPL-12', { data: 'a=%to&f=%media_content%' }, { data: 'a=%to%&f=%media_content%' }],
    ['TPL-12', { data: 'a={{to}}&f=%media_content%' }, { data: 'a=%to%&f=%media_content%' }],
    ['URL-1', { url: 'htps://e.example/' }, { url: 'https://e.example/' }],
    ['URL-1', { url: 'http:/e.example/' }, { url: 'http://e.example/' }],
    ['URL-1', { url: 'https//e.example/' }, { url: 'https://e.example/' }],
    ['URL-1', { url: 'e.example:8080/up?a=%to%' }, { url: 'https://e.example:8080/up?a=%to%' }],
    ['URL-1', { url: '//e.example/' }, { url: 'https://e.example/' }],
    ['MP-1', { data: 'a = b&f=%media_content%' }, { data: 'a=b&f=%media_content%' }],
    ['MP-3', { data: 'f=x%media_content%y' }, { data: 'f=%media_content%' }],
    ['HDR-4', { headers: 'X-Size %media_size%' }, { headers: 'X-Size: %media_size%' }],
    ['HDR-4', { headers: 'authorization = x' }, { headers: 'authorization: x' }],
    ['HDR-4', { headers: 'X-Size : 1' }, { headers: 'X-Size: 1' }],
    ['HDR-5', { headers: 'A: 1\n  Host: x\n  B: 2' }, { headers: 'A: 1\n  B: 2' }],
    ['HDR-5', { headers: 'Host: x\n  B: 2' }, { headers: 'B: 2' }],
    ['HDR-5', { headers: 'A: 1\\nHost: x\\nB: 2' }, { headers: 'A: 1\\nB: 2' }],
    ['HDR-5', { headers: 'Host: x' }, { headers: '' }],
    ['HDR-5', { headers: 'User-Agent: 1\nuser-agent: 2' }, { headers: 'user-agent: 2' }],
  ])('%s: %j', (rule, short, expected) => {
    const repaired = fixed(rule, short);
    expect(repaired).toBe(buildFor(expected).xml);
    const left = buildFor({ xml: repaired ?? '' }).diagnostics.filter((one) => one.rule === rule && one.fix);
    expect(left).toEqual([]);
  });

  it('is https where a password would be masked, but for this very computer (TPL-6)', () => {
    const data = 'p=%account[password]%&f=%media_content%';
    const nodes = { password: 'x' };
    expect(fixed('TPL-6', { url: 'HTTP://e.example/', data, nodes })).toContain('>https://e.example/<');
    expect(fixed('TPL-6', { url: 'http://127.0.0.1:1/', data, nodes })).toBeUndefined();
  });
});

it.each<[rule: string, short: ShortRequest]>([
  ['ACC-8', { method: 'PATCH' }],
  ['ACC-8', { method: 'POT' }],
  ['KEY-4', { timeout: '0' }],
  ['KEY-4', { timeout: '1.5' }],
  ['TPL-3', { data: 'h=%md5(x)%&f=%media_content%' }],
  ['TPL-4', { data: 'a=%unheard&f=%media_content%' }],
  ['TPL-5', { url: 'https://e.example/?x=%id%' }],
  ['TPL-5', { url: 'https://e.example/?x=%foo%' }],
  ['URL-1', { url: 'ftp://e.example/' }],
  ['URL-1', { url: '%account[host]%/up' }],
  ['URL-1', { url: '/upload' }],
  ['HDR-4', { headers: 'No colon here' }],
  ['HDR-4', { headers: 'X-%to%: 2' }],
  [
    'REW-2',
    { extra: '<rewriting><rule><conditions><condition type="ssid"/></conditions></rule></rewriting>' },
  ],
  ['MP-1', { xml: `<account>${url}${file.replace('f=', 'f <!-- x --> =')}</account>` }],
  ['ACC-4', { xml: '<account><a>1<a>2</a></account>' }],
  ['ACC-5', { xml: '<account><rewriting><rule/></account>' }],
  ['ACC-5', { xml: '<account>text' }],
  ['ACC-5', { xml: '<account></account><![CDATA[' }],
  ['ACC-7', { xml: '<!DOCTYPE account [<!ENTITY a "b">]><account/>' }],
  ['ACC-1', { xml: '<?xml version="1.0" encoding="latin1"?><account><a>caf\uFFFD</a></account>' }],
])('%s has no certain fix in %j', (rule, short) => {
  expect(buildFor(short).rules).toContain(rule);
  expect(fixed(rule, short)).toBeUndefined();
});

describe('a fix of what stands partly in a CDATA section', () => {
  it.each([
    'https://e.example/?a=<![CDATA[%]]>sms_to%',
    'https://e.example/?a=%sms_to<![CDATA[%&b=1]]>',
    'https://e.example/?a=%t<!-- x -->oo%',
    'https://e.example/?a=%account[<![CDATA[usernme]]>]%',
  ])('is none in %s', (value) => {
    const xml = `<account>${url.replace('https://e.example/', value)}${file}<username>x</username></account>`;
    const warned = buildFor({ xml }).diagnostics.filter((one) => one.rule.startsWith('TPL'));
    expect(warned.map(({ fix }) => fix)).toEqual([undefined]);
  });

  it('never harms the document, wherever sections and comments begin and end', () => {
    const atom = fc.constantFrom(
      '%sms_to%',
      '%tto%',
      '%to',
      '%SHA1(x)%',
      '%account[user]%',
      '%Account.users%',
      '{{to}}',
      '\u200B',
      '&amp;',
      'a = b',
      '&',
      '7',
    );
    const written = (text: string, kind: number) => {
      if (kind === 1) return `<![CDATA[${text}]]>`;
      return `${kind === 2 ? '<!-- x -->' : ''}${text.replaceAll('&', '&amp;')}`;
    };
    const cut = fc.tuple(fc.nat(50), fc.nat(2));
    fc.assert(
      fc.property(fc.array(atom, { minLength: 1, maxLength: 5 }), fc.array(cut), (atoms, cuts) => {
        const value = `s=1&${atoms.join('')}`;
        const sorted = cuts.toSorted(([a], [b]) => a - b);
        const pieces = sorted.map(([from, kind], index) =>
          written(value.slice(from, sorted[index + 1]?.[0]), kind),
        );
        const whole = written(value.slice(0, sorted[0]?.[0]), 0) + pieces.join('');
        const xml = `<account>${url}${file.replace('f=', `${whole}&amp;f=`)}<users/></account>`;
        for (const diagnostic of buildFor({ xml }).diagnostics) {
          const repaired = withFix(xml, diagnostic);
          if (repaired !== undefined) expect(isWellFormed(readXml(repaired))).toBe(true);
        }
      }),
    );
  });
});

describe('every fix offered on a half-typed document lessens the problems of its rule', () => {
  const folder = join(import.meta.dirname, '..', 'test', 'fixtures', 'account-xml');
  const problems = (xml: string, rule: string) =>
    buildFor({ xml }).rules.filter((one) => one === rule).length;

  it.each(readdirSync(folder))('%s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    for (let end = text.length; end > 0; end -= 13) {
      const xml = text.slice(0, end);
      for (const diagnostic of buildFor({ xml }).diagnostics) {
        const repaired = withFix(xml, diagnostic);
        if (repaired === undefined) continue;
        if (problems(repaired, diagnostic.rule) >= problems(xml, diagnostic.rule))
          expect.fail(`${diagnostic.fix?.title} fixes nothing in ${JSON.stringify(xml)}`);
      }
    }
  });
});
