import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineStarts } from './line-starts.ts';

test('a line starts after LF, CRLF and CR, the first one after a BOM', () => {
  expect(lineStarts('\uFEFFa\nb\r\nc\rd')).toEqual([1, 3, 6, 8]);
  expect(lineStarts('')).toEqual([0]);
});

test('the lines between the starts are those that a splitter finds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n') }), (text) => {
      const starts = lineStarts(text);
      const lines = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
      expect(lines.map((line) => line.replace(/[\r\n]+$/, ''))).toEqual(text.split(/\r\n|\r|\n/));
      expect(lines.join('')).toBe(text);
    }),
  );
});
