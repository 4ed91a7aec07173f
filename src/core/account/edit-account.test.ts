import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, removeKey, setKey } from './edit-account.ts';
import { readAccount } from './read-account.ts';
import { serviceKeys } from './service-keys.ts';

function set(text: string, key: string, value: string, choice = {}): string {
  const outcome = setKey(text, choice, key, value);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return applyEdits(text, outcome.edits);
}

function remove(text: string, key: string): string {
  const outcome = removeKey(text, {}, key);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return applyEdits(text, outcome.edits);
}

const url = 'genericMediaUploadUrl';

describe('setting a key (ACC-6)', () => {
  test.each([
    ['a value', '<account><a>1</a></account>', '<account><a>2</a></account>'],
    [
      'what differs only',
      '<account><a>x&#38;1&amp;y</a></account>',
      '<account><a>x&#38;2&amp;y</a></account>',
      'x&2&y',
    ],
    [
      'white space around it stays',
      '<account><a>\n  1\n </a></account>',
      '<account><a>\n  2\n </a></account>',
    ],
    [
      'CDATA stays CDATA',
      '<account><a><![CDATA[1]]></a></account>',
      '<account><a><![CDATA[<2>&]]></a></account>',
      '<2>&',
    ],
    [
      'empty CDATA is filled',
      '<account><a><![CDATA[]]></a></account>',
      '<account><a><![CDATA[2]]></a></account>',
    ],
    [
      'CDATA that cannot hold it',
      '<account><a> <![CDATA[1]]> </a></account>',
      '<account><a> x]]&gt;y </a></account>',
      'x]]>y',
    ],
    [
      'a comment stays',
      '<account><a>1<!-- one -->1</a></account>',
      '<account><a>2<!-- one --></a></account>',
    ],
    ['an empty tag opens', '<account><a x="1" /></account>', '<account><a x="1">2</a></account>'],
    ['the later of two', '<account><a>0</a><a>1</a></account>', '<account><a>0</a><a>2</a></account>'],
    [
      'the one of higher priority',
      '<account><a priority="1">0</a><a>1</a></account>',
      '<account><a priority="1">2</a><a>1</a></account>',
    ],
    [
      'the value without lang',
      '<account><a><value lang="cs">0</value><value>1</value></a></account>',
      '<account><a><value lang="cs">0</value><value>2</value></a></account>',
    ],
    [
      'escapes what XML needs',
      '<account><a>1</a></account>',
      '<account><a>a&amp;b&lt;c>d]]&gt;</a></account>',
      'a&b<c>d]]>',
    ],
    [
      'line ends of the document',
      '<account>\r\n<a>1</a>\r\n</account>',
      '<account>\r\n<a>x\r\ny</a>\r\n</account>',
      'x\ny',
    ],
    [
      'a new key is the last child',
      '<account>\n\t<b>1</b>\n</account>',
      '<account>\n\t<b>1</b>\n\t<a>2</a>\n</account>',
    ],
    [
      'after a trailing comment',
      '<account>\n  <b/> <!-- b -->\n</account>',
      '<account>\n  <b/> <!-- b -->\n  <a>2</a>\n</account>',
    ],
    ['on one line', '<account><b/></account>', '<account><b/><a>2</a></account>'],
    ['into an empty account', '<account/>', '<account><a>2</a></account>'],
    ['into an empty account of two lines', ' <account>\n </account>', ' <account>\n   <a>2</a>\n </account>'],
    [
      'a raw & is no obstacle',
      '<account><a>x&y</a></account>',
      '<account><a>x&amp;amp;</a></account>',
      'x&amp;',
    ],
    [
      'a BOM and a declaration stay',
      '\uFEFF<?xml version="1.0"?>\n<account><a>1</a></account>',
      '\uFEFF<?xml version="1.0"?>\n<account><a>2</a></account>',
    ],
  ])('%s', (_, before, after, value = '2') => {
    expect(set(before, 'a', value)).toBe(after);
  });

  test('the value of the chosen locale is edited', () => {
    const xml = '<account><a><value lang="cs">0</value><value>1</value></a></account>';
    expect(set(xml, 'a', '2', { locale: 'CS' })).toContain('<value lang="cs">2</value>');
  });

  test('of a localised node the text that is read is edited (ACC-3)', () => {
    const xml = '<account><a>own<value lang="cs">0</value></a></account>';
    expect(set(xml, 'a', '2', { locale: 'cs_CZ' })).toBe(xml.replace('>0<', '>2<'));
    expect(set(xml, 'a', '2')).toBe(xml.replace('own', '2'));
    expect(set(xml, 'a', '', { locale: 'en' })).toBe(xml.replace('own', ''));
    expect(set(xml.replace('own', ''), 'a', '2')).toContain('<value lang="cs">0</value><value>2</value>');
  });

  test('a value that is there already changes nothing', () => {
    expect(setKey('<account><a> 1&#49; </a></account>', {}, 'a', ' 11 ')).toEqual({
      kind: 'edits',
      edits: [],
    });
    expect(setKey('<account/>', {}, 'a', '')).toEqual({ kind: 'edits', edits: [] });
  });

  test('what XML cannot hold is refused with the reason', () => {
    const outcome = setKey('<account/>', {}, 'a', 'x\u0001');
    expect(outcome).toEqual({
      kind: 'refused',
      reason: "XML can't hold the character U+0001: remove it from the value.",
    });
    expect(setKey('<account/>', {}, 'a b', 'x').kind).toBe('refused');
    expect(setKey('<error/>', {}, 'a', 'x').kind).toBe('refused');
  });
});

describe('removing a key (ACC-6)', () => {
  test.each([
    ['with its line', '<account>\r\n  <a>1</a>\r\n  <b/>\r\n</account>', '<account>\r\n  <b/>\r\n</account>'],
    [
      'all of that name',
      '<account>\n<a>1</a>\n<b/>\n<a>\n2\n</a>\n</account>',
      '<account>\n<b/>\n</account>',
    ],
    ['not the line it shares', '<account>\n<a>1</a> <b/>\n</account>', '<account>\n <b/>\n</account>'],
    ['from one line', '<account><a>1</a><b/></account>', '<account><b/></account>'],
  ])('%s', (_, before, after) => {
    expect(remove(before, 'a')).toBe(after);
  });
});

const folder = new URL('../../test/fixtures/account-xml/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  .filter(({ text }) => readAccount(text, {}).account !== null);

/** What every node but those of `key` looks like in the document. */
function others(text: string, key: string): readonly string[] {
  const account = readAccount(text, {}).account;
  const nodes = account?.element.children.filter((child) => child.name !== key) ?? [];
  return nodes.map(({ range }) => text.slice(range.start, range.end));
}

const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '&', '<', '>', ']', '\n', '"', 'é', '😀', ' ', '%to%', 'amp;') }),
  fc.string({ unit: 'grapheme' }),
);

test.each(documents)('in $name any key takes any value, and nothing else changes', ({ text }) => {
  const names = readAccount(text, {}).account?.element.children.map((child) => child.name) ?? [];
  const key = fc.constantFrom(...serviceKeys, ...names);
  fc.assert(
    fc.property(key, value, value, (name, first, second) => {
      for (const [before, wanted] of [
        [text, first],
        [set2(text, name, first), second],
      ] as const) {
        const outcome = setKey(before, {}, name, wanted);
        if (outcome.kind === 'refused') continue;
        const after = applyEdits(before, outcome.edits);
        expect(others(after, name)).toEqual(others(before, name));
        expect(readAccount(after, {}).account?.value(name)?.text ?? '').toBe(trimmed(wanted));
        expect(applyEdits(after, inverse(before, outcome.edits))).toBe(before);
      }
    }),
    { numRuns: 40 },
  );
});

test('whatever a node is made of, its text in effect is edited and no other (ACC-3, ACC-4)', () => {
  const locale = fc.constantFrom(undefined, 'cs', 'cs-CZ', 'pt_BR');
  const lang = fc.constantFrom('', ' lang="cs"', ' lang="CS_cz"', ' lang="pt"');
  const text = fc.constantFrom('', 'x', ' \n', '<![CDATA[y]]>', '&amp;');
  const content = fc.array(
    fc.oneof(
      text,
      fc.tuple(lang, text).map(([attribute, inner]) => `<value${attribute}>${inner}</value>`),
    ),
    { maxLength: 4 },
  );
  const node = fc
    .tuple(fc.constantFrom('', ' priority="1"', ' source="s" priority="-1"'), content)
    .map(([attributes, pieces]) => `<a${attributes}>${pieces.join('')}</a>`);
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 3 }), locale, value, (nodes, chosen, wanted) => {
      const choice = { locale: chosen };
      const before = `<account>${nodes.join('<b/>')}</account>`;
      const outcome = setKey(before, choice, 'a', wanted);
      if (outcome.kind === 'refused') return;
      const after = applyEdits(before, outcome.edits);
      const inEffect = readAccount(before, choice).account?.nodes.get('a');
      for (const { range } of outcome.edits) {
        expect(range.start).toBeGreaterThanOrEqual(inEffect?.range.start ?? Number.NaN);
        expect(range.end).toBeLessThanOrEqual(inEffect?.range.end ?? Number.NaN);
      }
      const read = readAccount(after, choice).account?.value('a')?.text;
      expect(read).toBe(trimmed(wanted));
    }),
  );
});

function set2(text: string, key: string, wanted: string): string {
  const outcome = setKey(text, {}, key, wanted);
  return outcome.kind === 'edits' ? applyEdits(text, outcome.edits) : text;
}

function trimmed(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** The edits that undo edits: what an editor's history does. */
function inverse(before: string, edits: readonly { range: { start: number; end: number }; text: string }[]) {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.range.start - b.range.start)
    .map(({ range, text }) => {
      const start = range.start + shift;
      shift += text.length - (range.end - range.start);
      return { range: { start, end: start + text.length }, text: before.slice(range.start, range.end) };
    });
}

test('removing and setting keeps the rest of a document to the byte', () => {
  for (const { text } of documents) {
    const added = set(remove(text, url), url, 'https://example.com/x');
    expect(others(added, url)).toEqual(others(text, url));
  }
});

test('among five thousand nodes on one line a key is set, changed and removed, and no other byte differs', () => {
  const nodes = Array.from(
    { length: 5000 },
    (_, index) => `<n${index} a="&amp;">${index}<!-- - --></n${index}>`,
  );
  const before = `<account>${nodes.join('')}</account>`;
  const added = set(before, url, 'https://example.com/a');
  const changed = set(added, url, 'https://example.com/b');
  expect(changed).toBe(added.replace('example.com/a', 'example.com/b'));
  expect(added.replace(/<genericMediaUploadUrl>.*<\/genericMediaUploadUrl>/, '')).toBe(before);
  expect(remove(changed, url)).toBe(before);
});
