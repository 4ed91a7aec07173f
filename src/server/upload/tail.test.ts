import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tail } from './tail.ts';

const size = 16;

test('it is the end of the stream, however it is cut, and all pieces are given back', () => {
  const lengths = fc.array(fc.nat({ max: 3 * size }), { maxLength: 12 });
  fc.assert(
    fc.property(lengths, (all) => {
      const tail = new Tail(size);
      let next = 0;
      let given = 0;
      const stream: number[] = [];
      for (const length of all) {
        const piece = Uint8Array.from({ length }, (_, index) => (next + index) % 256);
        next += length;
        stream.push(...piece);
        tail.add(piece, () => {
          given += 1;
          // Whoever lent it may write into it from now on.
          piece.fill(0);
        });
      }
      expect([...tail.end()]).toEqual(stream.slice(-size));
      expect(given).toBe(all.length);
    }),
  );
});

test('no more than one piece is held', () => {
  const tail = new Tail(size);
  let given = 0;
  const give = () => {
    given += 1;
  };
  for (let piece = 0; piece < 5; piece += 1) tail.add(new Uint8Array(size), give);
  expect(given).toBe(4);
  for (let piece = 0; piece < 2; piece += 1) tail.add(new Uint8Array(size - 1), give);
  expect(given).toBe(7);
});
