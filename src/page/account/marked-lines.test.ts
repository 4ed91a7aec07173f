import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedLines } from './marked-lines.ts';

const mark = (start: number, end: number, className = 'm') => ({ range: { start, end }, className });

describe('marked lines', () => {
  it('cut each line where a mark begins and ends', () => {
    expect(markedLines('ab%to%c\nd', [mark(2, 6)])).toEqual([
      [
        { text: 'ab', className: null },
        { text: '%to%', className: 'm' },
        { text: 'c', className: null },
      ],
      [{ text: 'd', className: null }],
    ]);
  });

  it('carry a mark over the end of a line', () => {
    expect(markedLines('ab\ncd', [mark(1, 4)])).toEqual([
      [
        { text: 'a', className: null },
        { text: 'b', className: 'm' },
      ],
      [
        { text: 'c', className: 'm' },
        { text: 'd', className: null },
      ],
    ]);
  });

  it('hold the whole text, whatever the marks', () => {
    const place = fc.nat({ max: 12 });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n'), maxLength: 12 }),
        fc.array(fc.tuple(place, place), { maxLength: 4 }),
        (text, pairs) => {
          const marks = pairs.map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
          const lines = markedLines(text, marks).map((runs) => runs.map((run) => run.text).join(''));
          expect(lines.join('\n')).toBe(text);
        },
      ),
    );
  });
});
