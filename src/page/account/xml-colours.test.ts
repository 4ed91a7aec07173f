import fc from 'fast-check';
import { expect, it } from 'vitest';
import { colouredPieces } from './xml-colours.tsx';

const mark = (start: number, end: number) => ({ range: { start, end }, parameter: 'to', hue: 1 });

it('has tags, comments, references and parameters in their colours', () => {
  const text = '<a x="1"><!-- c --><b>v=%to%&amp;</b>';
  const at = text.indexOf('%to%');
  const pieces = colouredPieces(text, [mark(at, at + 4)]).map(({ text: piece, className }) => [
    piece,
    className?.replace(/ in-xml-.*/, ''),
  ]);
  expect(pieces).toEqual([
    ['<', 'text-muted'],
    ['a', 'text-xml-tag'],
    [' x="1"', undefined],
    ['>', 'text-muted'],
    ['<!-- c -->', 'text-xml-comment'],
    ['<', 'text-muted'],
    ['b', 'text-xml-tag'],
    ['>', 'text-muted'],
    ['v=', undefined],
    ['%to%', 'in-xml hue-1'],
    ['&amp;', 'text-muted'],
    ['</', 'text-muted'],
    ['b', 'text-xml-tag'],
    ['>', 'text-muted'],
  ]);
});

it('is the text to the letter, whatever it and its marks are', () => {
  const text = fc.string({
    unit: fc.constantFrom('<', '>', '/', '!', '-', '&', ';', '%', 'a', ' ', '\n', '?'),
  });
  const marks = fc.array(fc.tuple(fc.nat(20), fc.nat(6)));
  fc.assert(
    fc.property(text, marks, (xml, places) => {
      const sorted = places.map(([start, length]) => mark(start, start + length));
      sorted.sort((a, b) => a.range.start - b.range.start);
      const pieces = colouredPieces(xml, sorted);
      expect(pieces.map((piece) => piece.text).join('')).toBe(xml);
    }),
  );
});
