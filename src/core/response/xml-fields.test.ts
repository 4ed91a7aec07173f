import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parseXmlBody } from './xml-fields.ts';

function find(text: string) {
  const body = parseXmlBody(text);
  return body.parses ? body.find('media_url') : null;
}

describe('a field of an XML body (RES-5)', () => {
  it.each([
    [
      'the first in document order, however deep',
      '<r><a><media_url>1</media_url></a><media_url>2</media_url></r>',
      '1',
      '/r/a/media_url',
    ],
    ['the root itself', '<media_url>1</media_url>', '1', '/media_url'],
    ['by its local name', '<x:r xmlns:x="u"><x:media_url>1</x:media_url></x:r>', '1', '/r/media_url'],
    [
      'an empty one is passed over',
      '<r><media_url/><media_url> \t\r\n</media_url><media_url>2</media_url></r>',
      '2',
      '/r/media_url',
    ],
    [
      'one below an empty one',
      '<media_url><media_url>1</media_url></media_url>',
      '1',
      '/media_url/media_url',
    ],
    [
      'its own text and CDATA',
      '<media_url> a<b>no</b><!-- no --><![CDATA[ &amp; ]]>c&#x20;&#10;</media_url>',
      'a &amp; c',
      '/media_url',
    ],
    [
      'entities and line ends as XML has them',
      '<media_url>a&amp;&lt;&#xE9;\r\nb\rc</media_url>',
      'a&<é\nb\nc',
      '/media_url',
    ],
  ])('%s', (_, text, value, path) => {
    expect(find(text)?.found).toEqual({ value, path });
  });

  it.each([
    '<r/>',
    '<r media_url="x"/>',
    '<r><Media_url>x</Media_url></r>',
    '<r><media_url><u>x</u></media_url></r>',
  ])('%s has none', (text) => {
    expect(find(text)?.found).toBeNull();
  });

  it.each([
    '',
    'x',
    '<r>',
    '<r></s>',
    '<r/><r/>',
    '<r a=1/>',
    '<r>&e;</r>',
    '<r>&</r>',
    '<r/>x',
    '<r>\u0000</r>',
  ])('%s is not well-formed', (text) => {
    expect(parseXmlBody(text).parses).toBe(false);
  });

  it('agrees with fast-xml-parser on simple documents', () => {
    const name = fc.constantFrom('media_url', 'a', 'b', 'message');
    const text = fc.constantFrom('', ' ', 'x', 'y z', '1.0', '\n ');
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc
        .tuple(
          name,
          text,
          fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('node'), { maxLength: 3 })),
        )
        .map(([tag, own, children]) => `<${tag}>${own}${children.join('')}</${tag}>`),
    }));
    const parser = new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false });
    fc.assert(
      fc.property(node, (document) => {
        expect(find(document)?.found ?? null).toEqual(reference(parser.parse(document), ''));
      }),
      { numRuns: 500 },
    );
  });
});

interface OrderedNode {
  readonly [name: string]: readonly OrderedNode[] | string;
}

function reference(nodes: readonly OrderedNode[], way: string): { value: string; path: string } | null {
  for (const node of nodes) {
    for (const [name, children] of Object.entries(node)) {
      if (typeof children === 'string') continue;
      const path = `${way}/${name}`;
      const value = children
        .map((child) => (typeof child['#text'] === 'string' ? child['#text'] : ''))
        .join('')
        .trim();
      if (name === 'media_url' && value !== '') return { value, path };
      const found = reference(children, path);
      if (found) return found;
    }
  }
  return null;
}
