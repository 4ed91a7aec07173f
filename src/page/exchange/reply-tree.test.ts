import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../../core/assumptions.ts';
import { judgeResponse } from '../../core/response/judge.ts';
import { lenientReasons } from '../../upload/lenient-reading.ts';
import { type ReplyTree, replyTree } from './reply-tree.ts';

function treeOf(body: string, type = 'text/xml'): ReplyTree | null {
  const headers = [['Content-Type', type]] as const;
  const reply = { status: 200, headers, body: Buffer.from(body), assumptions: defaultAssumptions };
  return replyTree(judgeResponse(reply));
}
const jsonTree = (body: string) => treeOf(body, 'application/json');

/** A row a line: indentation, name, value, path, and whether it decided. */
function linesOf(tree: ReplyTree | null): readonly string[] {
  return (tree?.rows ?? []).map(({ level, name, kind, value, path, isDecisive }) => {
    const shown = value === null ? kind : JSON.stringify(value.text);
    return `${'  '.repeat(level - 1)}${name.text} ${shown} ${path}${isDecisive ? ' !' : ''}`;
  });
}

describe('the tree of an XML reply', () => {
  it('has elements and attributes, each with its path, and marks the field that decided', () => {
    const body = `<?xml version="1.0"?>
      <r xmlns:m="urn:m" id="&#65;&lt;"><m:media_url> </m:media_url><!-- no --><m:media_url> https://a/<![CDATA[?b&c]]>&amp;d
      </m:media_url><m:media_url>https://b/</m:media_url></r>`;
    expect(linesOf(treeOf(body))).toEqual([
      'r element /r',
      '  @xmlns:m "urn:m" /r/@xmlns:m',
      '  @id "A<" /r/@id',
      '  m:media_url element /r/media_url',
      '  m:media_url "https://a/?b&c&d" /r/media_url !',
      '  m:media_url "https://b/" /r/media_url',
    ]);
  });

  it('keeps names and values to the letter that a parser takes for something else', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '_text', 'valueOf'];
    const body = `<r>${names.map((name) => `<${name} ${name}="1e3">007</${name}>`).join('')}<e/></r>`;
    expect(linesOf(treeOf(body))).toEqual([
      'r element /r',
      ...names.flatMap((name) => [`  ${name} "007" /r/${name}`, `    @${name} "1e3" /r/${name}/@${name}`]),
      '  e element /r/e',
    ]);
  });

  it('expands no entity of the document', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);
    const body = `<!DOCTYPE r [<!ENTITY a0 "ha">${laughs.join('')}]><r>&lt;</r>`;
    expect(linesOf(treeOf(body))).toEqual(['r "<" /r']);
  });
});

describe('the tree of a JSON reply', () => {
  it('has all values, in their order, with names that come twice and numbers as written', () => {
    const body =
      '{"b":1.0,"1":1e3,"b":null,"a":[{"b c":"x\\n"},true,[]],"__proto__":{"media_url":"https://a/"}}';
    expect(linesOf(jsonTree(body))).toEqual([
      '$ object $',
      '  b "1.0" $.b',
      '  1 "1e3" $["1"]',
      '  b "null" $.b',
      '  a array $.a',
      '    0 object $.a[0]',
      '      b c "x\\n" $.a[0]["b c"]',
      '    1 "true" $.a[1]',
      '    2 array $.a[2]',
      '  __proto__ object $.__proto__',
      '    media_url "https://a/" $.__proto__.media_url !',
    ]);
  });

  it('marks the field that counts, of several', () => {
    const body = '{"x":{"media_url":"a"},"media_url":false,"media_url":" ","media_url":7,"media_url":"b"}';
    expect(linesOf(jsonTree(body)).filter((line) => line.endsWith('!'))).toEqual([
      '  media_url "7" $.media_url !',
    ]);
  });
});

describe('the tree of a large reply', () => {
  it('is its beginning and says how much more there is', () => {
    const tree = treeOf(`<r>${'<a/>'.repeat(1000)}<media_url>https://a/</media_url></r>`);
    expect(tree?.rows).toHaveLength(400);
    expect(tree).toMatchObject({ hidden: 602, decisive: { text: '/r/media_url', hidden: 0 } });
  });

  it('ends at a depth', () => {
    const tree = jsonTree(`${'['.repeat(20_000)}"x"${']'.repeat(20_000)}`);
    expect(tree?.rows).toHaveLength(24);
    expect(tree?.hidden).toBe(20_001 - 24);
    expect(treeOf('<a>'.repeat(60) + '</a>'.repeat(60))?.hidden).toBe(60 - 24);
    expect(treeOf('<a>'.repeat(30_000) + '</a>'.repeat(30_000))).toBeNull();
  });

  it('cuts a long value, and a long path is not copied', () => {
    const [row] = treeOf(`<r>${'x'.repeat(64 * 1024)}</r>`)?.rows ?? [];
    expect(row?.value).toEqual({ text: 'x'.repeat(4000), hidden: 64 * 1024 - 4000 });
    const [, attribute] = treeOf(`<r a="${'y'.repeat(64 * 1024)}"/>`)?.rows ?? [];
    expect(attribute?.value?.hidden).toBe(64 * 1024 - 4000);
    const [, named] = jsonTree(`{"${'n'.repeat(1000)}":1}`)?.rows ?? [];
    expect(named).toMatchObject({ name: { hidden: 800 }, path: null });
  });

  it('is not made of a longer body', () => {
    expect(jsonTree(`"${'x'.repeat(300_000)}"`)).toBeNull();
    expect(treeOf(`<r>${'x'.repeat(300_000)}</r>`)).toBeNull();
  });
});

/** What a parser of XML or JSON is known to stumble over. */
const pieces = [
  ...['<', '>', '</', '/>', '"', "'", '=', ' ', '&', ';', '&#', '&#x', '&lt;', '&#0;', '&#x110000;', '&x;'],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE',
    '[',
    ']',
    '<!ENTITY x "y">',
    '\u0000',
    '\ufeff',
  ],
  ...['<a>', '</a>', '<__proto__>', '<constructor a="b">', '<toString/>', '<hasOwnProperty>', '#text', ':@'],
  ...['<media_url>', '</media_url>', '<media_url/>', 'media_url', '007', '1e3', '\ud800', '\r\n', '\t', 'é'],
  ...['{', '}', '"a":', '"media_url":', '"__proto__":', ',', ':', 'null', 'true', '-1e9', '\\u0000'],
];
const longest = 250_000;

describe('whatever the text', () => {
  const check = (text: string, type: string) => {
    const headers = [['Content-Type', type]] as const;
    const reply = { status: 200, headers, body: Buffer.from(text), assumptions: defaultAssumptions };
    const judged = judgeResponse(reply);
    // As if it were well-formed, too: what the strict reader refuses is the more of a burden.
    for (const kind of ['xml', 'json', judged.kind] as const) {
      const tree = replyTree({ kind, text, path: judged.path ?? '/a' });
      expect(tree?.rows.length ?? 0).toBeLessThanOrEqual(400);
      expect(JSON.stringify(tree).length).toBeLessThan(1_500_000);
    }
    expect(JSON.stringify(lenientReasons(judged, 200)).length).toBeLessThan(2000);
  };

  it('neither the tree nor the lenient reading throws, and both are bounded', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(fc.property(texts, fc.constantFrom('text/xml', 'application/json', ''), check), {
      numRuns: 1500,
    });
  });

  // Quadratic work would take minutes here.
  it.each(pieces)('%j, as often as a body may hold it, is read in time', (piece) => {
    const many = piece.repeat(Math.floor(longest / piece.length));
    for (const text of [`<a>${many}`, `<a b="c" ${many}>`]) replyTree({ kind: 'xml', text });
  });

  it.each([
    ['each of another name', Array.from({ length: 25_000 }, (_, at) => `<a${at}/>`).join('')],
    ['attributes', `<a ${Array.from({ length: 20_000 }, (_, at) => `a${at}="x"`).join(' ')}/>`],
    ['far down', '<a>'.repeat(90) + '<b c="d"/>'.repeat(20_000)],
    ['mixed with text', `<a>${'x<b/>'.repeat(45_000)}</a>`],
    ['closed too often', '<a></a></a>'.repeat(20_000)],
    ['nested', '<a>'.repeat(80_000)],
  ])('elements that are %s are read in time', (_, text) => {
    expect(replyTree({ kind: 'xml', text })?.rows.length ?? 0).toBeLessThanOrEqual(400);
    lenientReasons({ kind: null, text: `${text}<media_url>`, generic: true, shown: null }, 200);
  });
});
