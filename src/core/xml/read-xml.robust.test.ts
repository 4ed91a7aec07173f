import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readForTest } from '../../test/build-for-test.ts';
import { ownText, readXml } from './read-xml.ts';
import { sourceRange } from './source-text.ts';
import { maxFaults, type XmlElement } from './xml-document.ts';

/** Pieces that XML is made of, in any order: most of it is wrong in some way. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<a>',
        '</a>',
        '<b>',
        '</b>',
        '<a/>',
        '<account>',
        '</account>',
        '<accounts>',
        '</',
        '<',
        '>',
      ),
      fc.constantFrom('<a x="1">', '<a x=', "<b y='", '<a x="1" ', '/>', '"', "'", '=', ' ', '\n', '\r'),
      fc.constantFrom(
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '<?xml version="1.0"?>',
        '<!DOCTYPE a [',
        ']>',
      ),
      fc.constantFrom(
        '&',
        '&amp;',
        '&#10;',
        '&#0;',
        '&nbsp;',
        ';',
        'x',
        'é',
        '\0',
        '\uFEFF',
        '\uD800',
        '\uDC00',
      ),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const anything = fc.oneof({ weight: 3, arbitrary: soup }, fc.string({ unit: anyUnit }));

function everyElement(element: XmlElement | null): readonly XmlElement[] {
  return element ? [element, ...element.children.flatMap(everyElement)] : [];
}

test('any text at all is read, and every range lies where it belongs (ACC-5)', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { root, faults } = readXml(text);
      for (const { range } of faults) expectWithin(range, { start: 0, end: text.length });
      for (const element of everyElement(root)) {
        expectWithin(element.range, { start: 0, end: text.length });
        expectWithin(element.startTag, element.range);
        expectWithin(element.nameRange, element.startTag);
        if (text.slice(element.nameRange.start, element.nameRange.end) !== element.name)
          expect.fail(element.name);
        if (element.endTag)
          expectWithin({ start: element.range.end, end: element.range.end }, element.endTag);
        const inside = [...element.texts, ...element.children.map((child) => child.range)];
        for (const range of inside)
          expectWithin(range, { start: element.startTag.end, end: element.range.end });
        for (const { valueRange } of element.attributes) expectWithin(valueRange, element.startTag);
      }
    }),
    { numRuns: 200 },
  );
});

test('every character of a value knows the characters of the document it stands for', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const element of everyElement(readXml(text).root)) {
        const own = ownText(text, element);
        let end = element.startTag.end;
        for (let at = 0; at < own.text.length; at++) {
          const range = sourceRange(own, at, at + 1);
          // Not verbatim: a reference, a line end, or half of a referenced character.
          const source = text.slice(range.start, range.end);
          const isReference = /^&.*;$/s.test(source);
          if (source !== own.text[at] && !isReference && !/^\r\n?$/.test(source))
            expect.fail(`${JSON.stringify(source)} does not stand for ${JSON.stringify(own.text[at])}`);
          if (range.start < end && !isReference) expect.fail(`${range.start} is in front of ${end}`);
          end = range.end;
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('mending every fault that has a fix leaves fewer faults and the same values', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('&', '&nbsp;', '&a=', '< ', ' ', 'x', ']]>', '&amp;')), (pieces) => {
      const before = `<a><b>${pieces.join('')}</b><c>y</c></a>`;
      let text = before;
      for (let next = readForTest(text).repaired; next !== undefined; next = readForTest(text).repaired)
        text = next;
      expect(readForTest(text)).toMatchObject({ wellFormed: true, values: readForTest(before).values });
    }),
    { numRuns: 200 },
  );
});

describe('nonsense of 300 kB is read in one pass', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(300_000 / piece.length));
  it.each([
    ['<a>', 'a'],
    ['<a', undefined],
    ['</a', undefined],
    ['</a>', undefined],
    ['<a b="', undefined],
    ["<a b='>", 'a'],
    ['<a b=', undefined],
    ['<a b="&', undefined],
    ['<a x="1" ', undefined],
    ['<a></b>', 'a'],
    ['<a/>', 'a'],
    ['<', undefined],
    ['&', undefined],
    ['&#', undefined],
    ['&a', undefined],
    [']]>', undefined],
    ['<!--', undefined],
    ['<!-- -', undefined],
    ['<![CDATA[', undefined],
    ['<?', undefined],
    ['<?x', undefined],
    ['<!DOCTYPE ', undefined],
    ['<!DOCTYPE a>', undefined],
    ['<!', undefined],
    ['=', undefined],
  ])('%s over and over', (piece, root) => {
    const document = readXml(long(piece));
    expect(document.root?.name).toBe(root);
    expect(document.faults.length).toBeGreaterThan(0);
    expect(document.faults.length).toBeLessThanOrEqual(maxFaults);
  });

  it('counts the faults beyond those it lists', () => {
    const document = readXml(`<a>${'&'.repeat(300_000)}</a>`);
    expect(document.faults.length + document.moreFaults).toBe(300_000);
  });

  it('a name, an attribute, a value, a comment or a tag that never ends', () => {
    for (const piece of [long('a'), long('a '), long('a="1'), long('"'), long('/')]) {
      expect(readXml(`<a ${piece}`).root).toBeNull();
      expect(readForTest(`<r><b>1</b><a ${piece}</r>`).values).toEqual({ b: '1' });
    }
  });

  it('elements in elements, to a depth of 100 000', () => {
    const text = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    expect(readForTest(text)).toMatchObject({ root: 'a', wellFormed: true });
    expect(readXml(`<a>${'<b>'.repeat(100_000)}</a>`).root?.children.length).toBe(100_000);
  });

  it('many attributes and many names', () => {
    const tags = Array.from({ length: 30_000 }, (_, index) => `x${index}="1"`);
    expect(readForTest(`<a ${tags.join(' ')}/>`).attributes.length).toBe(30_000);
    const names = Array.from({ length: 30_000 }, (_, index) => `<x${index}>`);
    expect(readXml(`<a>${names.join('')}</a>`).root?.children.length).toBe(30_000);
  });
});

/** No `expect` here: it is too slow for every range of every text. */
function expectWithin(
  inner: { readonly start: number; readonly end: number },
  outer: { readonly start: number; readonly end: number },
): void {
  if (outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end) return;
  expect.fail(`${JSON.stringify(inner)} lies outside ${JSON.stringify(outer)}`);
}
