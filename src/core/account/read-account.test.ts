import { describe, expect, it, test } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { maxDocumentBytes, readAccount } from './read-account.ts';

const upload =
  '<genericMediaUploadUrl>https://e.example/u</genericMediaUploadUrl>' +
  '<genericMediaUploadMultipartData>v=%account[node]%&amp;f=%media_content%</genericMediaUploadMultipartData>';

/** The value of `node` in an account of these nodes, as `%account[node]%` gives it. */
function nodeValue(nodes: string, locale?: string): string | undefined {
  return readAccount(`<account>${nodes}</account>`, { locale }).account?.value('node')?.text;
}

describe('the root (ACC-1)', () => {
  it('is <account>, whose direct children are the nodes', () => {
    const xml = `<account><node>1</node><x><node>2</node></x>${upload}</account>`;
    expect(buildFor({ xml }).bodyText).toContain('name=v\r\n\r\n1\r\n');
    expect(buildFor({ xml }).found).toEqual([]);
  });

  it.each([
    ['of another name', '<provisioning><account/></provisioning>', 'error ACC-1 provisioning'],
    ['of another letter case', `<Account>${upload}</Account>`, 'error ACC-1 Account'],
    ['that is missing', '', 'error ACC-1 '],
    ['that is only white space', ' \n', 'error ACC-1 '],
    ['<accounts> without an account', '<accounts><x/></accounts>', 'error ACC-1 accounts'],
  ])('%s is an error and there is no request', (_, xml, found) => {
    const built = buildFor({ xml });
    expect(built.found).toEqual([found]);
    expect(built.plan).toBeNull();
  });

  it('a text that is no XML is an error and there is no request', () => {
    const built = buildFor({ xml: 'hello' });
    expect(built.rules).toContain('ACC-1');
    expect(built.plan).toBeNull();
  });
});

describe('an error answer of a provisioning service (ACC-1)', () => {
  it.each([
    ['<error><message> Wrong &amp; unknown\nuser </message></error>', 'account: Wrong & unknown\nuser'],
    ['<error/>', 'account.'],
  ])('is explained, with its message: %s', (xml, end) => {
    const { account, diagnostics } = readAccount(xml, {});
    expect(account).toBeNull();
    const message = `This is an error answer of a provisioning service, not an ${end}`;
    expect(diagnostics).toMatchObject([{ rule: 'ACC-1', severity: 'error', message }]);
  });
});

describe('several accounts (ACC-1)', () => {
  const account = (title: string) =>
    `<account><title>${title}</title><node>${title}</node>${upload}</account>`;
  const xml = `<accounts>${account('Office')}${account('Cabin')}</accounts>`;

  it('the first is taken by default, else the one that the user picks', () => {
    expect(buildFor({ xml }).bodyText).toContain('\r\n\r\nOffice\r\n');
    expect(buildFor({ xml, account: 1 }).bodyText).toContain('\r\n\r\nOffice\r\n');
    expect(buildFor({ xml, account: 2 }).bodyText).toContain('\r\n\r\nCabin\r\n');
  });

  it.each([
    0, 3, -1, 1.5,
  ])('a number %d that does not exist is an error and there is no request', (account) => {
    const built = buildFor({ xml, account });
    expect(built.found).toEqual(['error ACC-1 accounts']);
    expect(built.plan).toBeNull();
  });

  it('a number above 1 is an error for a single account too', () => {
    expect(buildFor({ account: 2 }).found).toEqual(['error ACC-1 account']);
    expect(buildFor({ account: 1 }).found).toEqual([]);
  });

  it('are listed by title for a picker, even where the number is wrong', () => {
    const titles = [{ title: 'Office' }, { title: 'Cabin' }];
    expect(buildFor({ xml }).accounts).toEqual(titles);
    expect(buildFor({ xml, account: 9 }).accounts).toEqual(titles);
  });

  it('only the nodes of the account picked are looked at', () => {
    const two = `<accounts><account>${upload}</account><account><username>x</username></account></accounts>`;
    expect(buildFor({ xml: two, account: 2 }).rules).toEqual(['ACC-9']);
  });
});

describe('the encoding that is declared (ACC-1)', () => {
  const declaring = (encoding: string) => {
    return buildFor({
      xml: `<?xml version="1.0" encoding="${encoding}"?><account><node/>${upload}</account>`,
    });
  };

  it.each(['UTF-8', 'utf-8'])('%s is right', (encoding) => {
    expect(declaring(encoding).found).toEqual([]);
  });

  it.each(['ISO-8859-1', 'windows-1250', 'UTF-16', 'US-ASCII'])('%s is an error at its name', (encoding) => {
    const built = declaring(encoding);
    expect(built.found).toEqual([`error ACC-1 ${encoding}`]);
    expect(buildFor({ xml: built.fixed('ACC-1') ?? '' }).found).toEqual([]);
  });
});

describe("a node's value (ACC-2)", () => {
  it.each([
    ['its own text', '<node>a</node>', 'a'],
    ['text and CDATA', '<node>a<![CDATA[&amp;<]]>b</node>', 'a&amp;<b'],
    ['not that of child elements', '<node>a<b>c</b>d</node>', 'ad'],
    ['not comments and instructions', '<node>a<!-- c --><?p i?>d</node>', 'ad'],
    ['with entities decoded', '<node>&lt;&#x41;&#10;b&gt;</node>', '<A\nb>'],
    ['with line ends as LF', '<node>a\r\nb\rc</node>', 'a\nb\nc'],
    [
      'without white space at its ends, typed or referenced',
      '<node> \t\r\n&#13;&#10;&#9;&#32;a b </node>',
      'a b',
    ],
    ['with other white space', '<node>\u00A0a\u2003</node>', '\u00A0a\u2003'],
    ['empty', '<node/>', ''],
    ['empty, though it has children', '<node><b>c</b></node>', ''],
  ])('is %s', (_, nodes, value) => {
    expect(nodeValue(nodes)).toBe(value);
  });

  it('is none where there is no such node', () => {
    expect(nodeValue('<nodes>a</nodes>')).toBeUndefined();
  });

  it('is no value of an attribute', () => {
    expect(nodeValue('<node value="x">a</node>')).toBe('a');
  });

  it.each([
    '',
    ' \n',
    '&#32;',
    '<!-- c -->',
    '<![CDATA[]]>',
  ])('of white space alone makes a key of this service absent: %j', (empty) => {
    const xml = `<account>${upload.replace('https://e.example/u', empty)}<node>1</node></account>`;
    expect(buildFor({ xml }).rules).toContain('ACC-9');
    const { found } = buildFor({ extra: `<genericMediaUploadMethod>${empty}</genericMediaUploadMethod>` });
    expect(found).toEqual([]);
  });
});

describe('a localised value (ACC-3)', () => {
  const nodes =
    '<node>plain<value lang="cs">cesky</value><value>neutral</value><value lang="pt-BR">port</value></node>';

  it.each([
    [undefined, 'neutral'],
    ['', 'neutral'],
    ['cs', 'cesky'],
    ['CS', 'cesky'],
    ['PT-br', 'port'],
    ['pt', 'neutral'],
    ['en', 'neutral'],
  ])('for the locale %s is %s', (locale, value) => {
    expect(nodeValue(nodes, locale)).toBe(value);
  });

  it.each([
    ['pt_br', 'port'],
    ['PT_BR', 'port'],
    ['cs-CZ', 'cesky'],
    ['cs_CZ', 'cesky'],
    ['cs-Latn-CZ', 'cesky'],
    ['csb', 'neutral'],
    ['pt-PT', 'neutral'],
  ])('for the locale %s is %s: - and _ are alike, and its language alone counts', (locale, value) => {
    expect(nodeValue(nodes, locale)).toBe(value);
  });

  it('is that of the whole locale before that of its language', () => {
    const both = '<node><value lang="cs_cz">whole</value><value lang="CS">alone</value></node>';
    expect(nodeValue(both, 'cs-CZ')).toBe('whole');
    expect(nodeValue(both, 'cs-SK')).toBe('alone');
  });

  it("is the node's own text outside its values where none of them is meant", () => {
    const own = '<node> own<value lang="cs">cesky</value> text </node>';
    expect(nodeValue(own)).toBe('own text');
    expect(nodeValue(own, 'en')).toBe('own text');
    expect(nodeValue(own, 'cs')).toBe('cesky');
  });

  it('that is meant and empty is empty, whatever stands beside it', () => {
    expect(nodeValue('<node>own<value lang="cs"/><value>neutral</value></node>', 'cs')).toBe('');
    expect(nodeValue('<node>own<value> </value></node>')).toBe('');
  });

  it('is empty where neither the locale nor one without lang is there', () => {
    const only = '<node><value lang="cs">cesky</value></node>';
    expect(nodeValue(only)).toBe('');
    expect(nodeValue(only, 'en')).toBe('');
    expect(nodeValue(only, 'cs')).toBe('cesky');
  });

  it.each([
    ['CDATA and entities', '<![CDATA[a&b]]>&amp;c&#x10D;', 'a&b&cč'],
    ['white space at its ends, typed or referenced', '\n &#9;a  b&#13;&#32;\r\n', 'a  b'],
    ['other white space', '\u00A0a\u2003', '\u00A0a\u2003'],
    ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['comments, instructions and elements inside', 'a<!--x-->b<?y?>c<z>d</z>e', 'abce'],
    ['nothing', '', ''],
  ])('reads as any other value does: %s', (_, content, value) => {
    expect(nodeValue(`<node>${content}</node>`)).toBe(value);
    expect(nodeValue(`<node>\n<value>${content}</value>\n</node>`)).toBe(value);
  });

  it('the locale chosen is also the parameter locale', () => {
    const data = 'l=%locale%&f=%media_content%';
    expect(buildFor({ data, locale: 'cs' }).bodyText).toContain('name=l\r\n\r\ncs\r\n');
    expect(buildFor({ data }).bodyText).toContain('name=l\r\n\r\n\r\n');
    expect(buildFor({ data, locale: 'cs', params: { locale: 'x' } }).bodyText).toContain(
      'name=l\r\n\r\nx\r\n',
    );
  });

  it('counts for the keys of this service', () => {
    const extra =
      '<genericMediaUploadMethod><value lang="cs">PUT</value><value>POST</value></genericMediaUploadMethod>';
    expect(buildFor({ extra }).plan?.method).toBe('POST');
    expect(buildFor({ extra, locale: 'cs' }).plan?.method).toBe('PUT');
  });
});

describe('a node that occurs more than once (ACC-4)', () => {
  const node = (value: string, priority?: string) =>
    `<node${priority === undefined ? '' : ` priority="${priority}"`}>${value}</node>`;

  it.each([
    ['the later one wins', [node('a'), node('b')], 'b'],
    ['the later one wins at the same priority', [node('a', '3'), node('b', '3')], 'b'],
    ['the earlier one of higher priority stays', [node('a', '1'), node('b')], 'a'],
    ['the later one of higher priority wins', [node('a', '1'), node('b', '2')], 'b'],
    ['below 0 is below one without', [node('a'), node('b', '-1')], 'a'],
    ['what is no integer is 0', [node('a', 'high'), node('b', '1.5')], 'b'],
    ['nor is an empty one', [node('a', '1'), node('b', '')], 'a'],
    ['pairwise in document order', [node('a', '2'), node('b', '1'), node('c', '2')], 'c'],
    ['numbers, not texts', [node('a', '9'), node('b', '10')], 'b'],
  ])('%s', (_, nodes, value) => {
    expect(nodeValue(nodes.join(''))).toBe(value);
  });

  it('is a warning at each further one, of any name', () => {
    const extra = '<x>1</x><y/><x>2</x><x priority="-1">3</x>';
    expect(buildFor({ extra }).found).toEqual(['warning ACC-4 x', 'warning ACC-4 x']);
  });

  it('is no matter of an attribute source, with priority or without', () => {
    const extra = '<x source="provisioning" priority="2">1</x><y source="x">2</y>';
    expect(buildFor({ extra }).found).toEqual([]);
    expect(nodeValue('<node source="a" priority="1">a</node><node source="b">b</node>')).toBe('a');
  });

  it('is no matter of children of nodes, nor of another account', () => {
    const extra = '<x><a/><a/></x><y><value>1</value><value lang="cs">2</value></y>';
    expect(buildFor({ extra }).found).toEqual([]);
  });

  it('counts for the keys of this service', () => {
    const extra = '<genericMediaUploadUrl>https://later.example/</genericMediaUploadUrl>';
    expect(buildFor({ extra }).plan?.host).toBe('later.example');
  });
});

describe('a document that is not well-formed (ACC-5)', () => {
  it('still gives its request, with an error at the fault and its fix', () => {
    const xml = `<account><node>a & b</node>${upload}</account>`;
    const built = buildFor({ xml });
    expect(built.found).toEqual(['error ACC-5 &']);
    expect(built.bodyText).toContain('\r\n\r\na & b\r\n');
    expect(built.fixed('ACC-5')).toBe(xml.replace('&', '&amp;'));
  });

  it.each([
    ['a missing end tag', `<account><node>a<b>c</b>${upload}</account>`, 'error ACC-5 <node>'],
    ['an unknown entity', `<account><node>a</node><b>&nbsp;</b>${upload}</account>`, 'error ACC-5 &nbsp;'],
    ['a half-typed tag', `<account><node>a</node><us\n${upload}</account>`, 'error ACC-5 <us'],
    ['a second root', `<account><node>a</node>${upload}</account><account/>`, 'error ACC-5 <account/>'],
    ['no end at all', `<account><node>a</node>${upload}`, 'error ACC-5 <account>'],
  ])('%s', (_, xml, found) => {
    expect(buildFor({ xml }).found).toEqual([found]);
    expect(buildFor({ xml }).bodyText).toContain('name=v\r\n\r\na\r\n');
  });

  it('lists so many faults and counts the rest', () => {
    const built = buildFor({ nodes: {}, extra: '<x>'.repeat(300) });
    expect(built.rules.filter((rule) => rule === 'ACC-5').length).toBe(201);
    expect(built.plan).not.toBeNull();
  });
});

describe('a document type declaration (ACC-7)', () => {
  const doctype = '<!DOCTYPE account [ <!ENTITY who "someone"> ]>';

  it('is an error, its entities are not expanded, and the request is still built', () => {
    const built = buildFor({ xml: `${doctype}<account><node>&who;</node>${upload}</account>` });
    expect(built.found).toEqual([`error ACC-7 ${doctype}`]);
    expect(built.bodyText).toContain('\r\n\r\n&who;\r\n');
  });
});

describe('a document of over 1 MiB of UTF-8 (ACC-7)', () => {
  const filled = (character: string, bytes: number) => {
    const shell = '<account><!----></account>';
    const count = (maxDocumentBytes + bytes - shell.length) / Buffer.byteLength(character);
    return shell.replace('!--', `!--${character.repeat(Math.floor(count))}`);
  };

  it.each(['x', 'é', '€', '🌅'])('is not read, whatever its characters: %s', (character) => {
    expect(buildFor({ xml: filled(character, 4) }).rules).toEqual(['ACC-7']);
    expect(buildFor({ xml: filled(character, 4) }).plan).toBeNull();
    expect(buildFor({ xml: filled(character, 0) }).rules).toEqual(['ACC-9']);
  });
});

test('without genericMediaUploadUrl there is no request, and an error says so (ACC-9)', () => {
  expect(buildFor({ xml: '<account><username>x</username></account>' }).plan).toBeNull();
  const empty = buildFor({ url: ' ' });
  expect(empty.found).toEqual(['error ACC-9 <genericMediaUploadUrl>']);
  expect(empty.plan).toBeNull();
});
