import { EntityDecoder } from '@nodable/entities';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { isWellFormed, ownText, readXml } from './read-xml.ts';
import type { XmlElement } from './xml-document.ts';

const runs = { numRuns: 200 };

/** Text of all of Unicode that XML can hold; CR is left out, for it would be read as LF. */
const text = fc
  .string({
    unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    maxLength: 12,
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML can't hold
  .map((any) => any.replaceAll(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu, ''));

const reference = (character: string) => `&#${character.codePointAt(0)};`;
const escaped = (any: string) => any.replaceAll(/[&<>]/g, reference);

/** A run of content as it is written, with the text it stands for. */
const textRun = fc.oneof(
  text.map((any) => ({ written: escaped(any), means: any })),
  text.map((any) => ({ written: Array.from(any, reference).join(''), means: any })),
  text.filter((any) => !any.includes(']]>')).map((any) => ({ written: `<![CDATA[${any}]]>`, means: any })),
  fc.constantFrom(
    { written: '\r\n', means: '\n' },
    { written: 'a\r', means: 'a\n' },
    { written: '&#13;', means: '\r' },
    { written: '&lt;&gt;&amp;&quot;&apos;', means: `<>&"'` },
    { written: '&amp;amp;', means: '&amp;' },
    { written: '<!-- <b> & -->', means: '' },
    { written: '<?target <b> & ?>', means: '' },
  ),
);

interface Node {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly content: readonly (Node | { readonly written: string; readonly means: string })[];
}

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    name: fc.constantFrom('a', 'value', 'é', 'x:y', '_-.1', 'genericMediaUploadUrl'),
    attributes: fc.uniqueArray(fc.constantFrom(`x="1>'"`, `lang = 'cs"'`, 'é=""'), { maxLength: 3 }),
    content: fc.array(fc.oneof({ maxDepth: 3 }, textRun, tie('node')), { maxLength: 5 }),
  }),
}));

function write({ name, attributes, content }: Node): string {
  const tag = [name, ...attributes].join(' ');
  const inner = content.map((item) => ('written' in item ? item.written : write(item))).join('');
  return content.length === 0 ? `<${tag} />` : `<${tag}>${inner}</${name}\n>`;
}

/** Name and own text of every element, in document order. */
type Flat = readonly (readonly [string, string])[];

function flatNode({ name, content }: Node): Flat {
  const own = content.map((item) => ('written' in item ? item.means : '')).join('');
  return [[name, own], ...content.flatMap((item) => ('written' in item ? [] : flatNode(item)))];
}

function flatElement(xml: string, element: XmlElement): Flat {
  const own = [element.name, ownText(xml, element).text] as const;
  return [own, ...element.children.flatMap((child) => flatElement(xml, child))];
}

const referee = new XMLParser({
  preserveOrder: true,
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Its own decoder leaves numeric references as they are.
  entityDecoder: new EntityDecoder(),
});

function flatReferee(nodes: readonly Record<string, unknown>[]): Flat {
  return nodes.flatMap((item): Flat => {
    const [name = '', content] = Object.entries(item).find(([key]) => key !== ':@') ?? [];
    if (!Array.isArray(content)) return [];
    const own = content.map((child) => child['#text'] ?? '').join('');
    return [[name, own], ...flatReferee(content)];
  });
}

describe('a well-formed document', () => {
  const document = fc.record({
    before: fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>', '\n<!-- c --><?p x?>\r\n'),
    root: node,
    after: fc.constantFrom('', '\n', ' <!-- c -->', '<?p?>'),
  });

  it('is read as what was written, and as well-formed', () => {
    fc.assert(
      fc.property(document, ({ before, root, after }) => {
        const xml = before + write(root) + after;
        const read = readXml(xml);
        expect(read.faults).toEqual([]);
        expect(read.root && flatElement(xml, read.root)).toEqual(flatNode(root));
      }),
      runs,
    );
  });

  it('is read with the same values by an independent parser', () => {
    fc.assert(
      fc.property(document, ({ before, root, after }) => {
        const xml = before + write(root) + after;
        const read = readXml(xml);
        expect(isWellFormed(read)).toBe(true);
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(read.root && flatElement(xml, read.root)).toEqual(flatReferee(referee.parse(xml)));
      }),
      runs,
    );
  });
});
