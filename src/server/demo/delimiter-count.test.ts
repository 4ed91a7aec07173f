import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDelimiters } from './delimiter-count.ts';

function count(body: string, cuts: readonly number[] = []): number {
  const counter = countDelimiters('B');
  const bytes = Buffer.from(body);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  ends.reduce((from, to) => {
    counter.add(bytes.subarray(from, to));
    return to;
  }, 0);
  return counter.total();
}

test('the delimiter that opens the body counts, one in the middle of a line does not', () => {
  expect(count('--B\r\n\r\na --B b\r\n--B\r\n\r\n\r\n--B--\r\n')).toBe(3);
  expect(count('a--B\r\n')).toBe(0);
  expect(count('')).toBe(0);
});

test('however the body is cut into chunks, the count is the same', () => {
  const piece = fc.constantFrom('\r\n--B', '\r\n', '--B', '-', '\r', '\n', 'x');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.array(fc.nat(60), { maxLength: 12 }),
      (pieces, cuts) => {
        const body = pieces.join('');
        expect(count(body, cuts)).toBe(`\r\n${body}`.split('\r\n--B').length - 1);
      },
    ),
  );
});
