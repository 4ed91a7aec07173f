import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tail } from './tail.ts';

const size = 16;

test('it is the end of the stream, however it is cut, and keeps no piece', () => {
  const lengths = fc.array(fc.nat({ max: 3 * size }), { maxLength: 12 });
  fc.assert(
    fc.property(lengths, (all) => {
      const tail = new Tail(size);
      const stream: number[] = [];
      for (const length of all) {
        const piece = Uint8Array.from({ length }, (_, index) => (stream.length + index) % 256);
        stream.push(...piece);
        tail.add(piece);
        // Its owner may write into it from now on.
        piece.fill(0);
      }
      expect([...tail.end()]).toEqual(stream.slice(-size));
    }),
  );
});
