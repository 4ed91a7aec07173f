import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonEnds } from './common-ends.ts';

it.each([
  ['abc', 'abc', { head: 3, tail: 0 }],
  ['abXcd', 'abYYcd', { head: 2, tail: 2 }],
  ['aa', 'aaa', { head: 2, tail: 0 }],
  ['', 'a', { head: 0, tail: 0 }],
])('%j and %j have their start and their end in common', (one, other, ends) => {
  expect(commonEnds(one, other)).toEqual(ends);
});

it('halves neither a character nor a line end', () => {
  expect(commonEnds('a😀', 'a😁')).toEqual({ head: 1, tail: 0 });
  expect(commonEnds('\u{1F600}b', '\u{1FA00}b')).toEqual({ head: 0, tail: 1 });
  expect(commonEnds('a\r\n', 'a\rx')).toEqual({ head: 1, tail: 0 });
  expect(commonEnds('\n', '\r\n')).toEqual({ head: 0, tail: 0 });
});

it('gives what is the same in both, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { head, tail } = commonEnds(one, other);
      expect(head + tail).toBeLessThanOrEqual(Math.min(one.length, other.length));
      expect(one.slice(0, head)).toBe(other.slice(0, head));
      expect(one.slice(one.length - tail)).toBe(other.slice(other.length - tail));
    }),
  );
});
