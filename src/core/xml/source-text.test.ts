import { describe, expect, it } from 'vitest';
import { ownText, readXml } from './read-xml.ts';
import { type SourceText, sourceRange, trimSourceText } from './source-text.ts';

/** The own text of the root. */
function read(xml: string): SourceText {
  const { root } = readXml(xml);
  return root ? ownText(xml, root) : { text: '', runs: [], place: { start: 0, end: 0 } };
}

/** The XML under the characters from `start` to `end` of the root's value. */
function under(xml: string, start: number, end: number): string {
  const range = sourceRange(trimSourceText(read(xml)), start, end);
  return xml.slice(range.start, range.end);
}

describe('characters of a value', () => {
  it.each([
    ['typed', '<a>abc</a>', 1, 2, 'b'],
    ['after white space that went', '<a> \n abc </a>', 0, 1, 'a'],
    ['referenced', '<a>a&amp;c</a>', 1, 2, '&amp;'],
    ['after a reference', '<a>&#x41;&#66;c</a>', 1, 3, '&#66;c'],
    ['of a line end', '<a>a\r\nb</a>', 1, 2, '\r\n'],
    ['in CDATA', '<a>a<![CDATA[&amp;]]>c</a>', 1, 6, '&amp;'],
    ['across CDATA and comment', '<a>ab<!-- c --><![CDATA[cd]]></a>', 1, 3, 'b<!-- c --><![CDATA[c'],
    ['half of a referenced pair', '<a>&#x1F305;</a>', 1, 2, '&#x1F305;'],
    ['of a raw &', '<a>a&b</a>', 1, 2, '&'],
    ['of an unknown entity', '<a>&nbsp;</a>', 2, 4, 'bs'],
  ])('%s stand for these of the document', (_, xml, start, end, expected) => {
    expect(under(xml, start, end)).toBe(expected);
  });

  it('of none there is a place all the same', () => {
    expect(sourceRange(trimSourceText(read('<a>abc</a>')), 1, 1)).toEqual({ start: 4, end: 4 });
    expect(sourceRange(trimSourceText(read('<a>abc</a>')), 3, 3)).toEqual({ start: 6, end: 6 });
    expect(sourceRange(trimSourceText(read('<a>&amp;</a>')), 1, 1)).toEqual({ start: 8, end: 8 });
    expect(sourceRange(trimSourceText(read('<a> </a>')), 0, 0)).toEqual({ start: 3, end: 3 });
    expect(sourceRange(trimSourceText(read('<a/>')), 0, 0)).toEqual({ start: 4, end: 4 });
  });
});
