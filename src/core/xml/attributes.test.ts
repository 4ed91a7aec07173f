import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttributes } from './attributes.ts';

const read = (tag: string) => readAttributes(tag, '<a'.length, tag.length);

test('attributes are read in their order, with the place of each value', () => {
  expect(read('<a b="1" c = \'2\'>')).toEqual([
    { name: 'b', value: '1', valueRange: { start: 6, end: 7 } },
    { name: 'c', value: '2', valueRange: { start: 14, end: 15 } },
  ]);
});

test('what is no attribute is passed over', () => {
  expect(read('<a ="x" b c="1" d= e=\'2\'/>').map(({ name }) => name)).toEqual(['c', 'e']);
});

test('values are as XML reads them', () => {
  const entities = [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['"', '&quot;'],
    ['😀', '&#x1F600;'],
    ['x', 'x'],
    [' ', '\r\n'],
  ] as const;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...entities)), (pieces) => {
      const written = pieces.map(([, source]) => source).join('');
      const [attribute] = read(`<a v="${written}">`);
      expect(attribute?.value).toBe(pieces.map(([text]) => text).join(''));
    }),
  );
});
