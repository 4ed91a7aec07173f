import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { JoinedPieces } from './joined-pieces.ts';

test('however a reply is cut, its bytes are given in order and in few pieces', () => {
  const lengths = fc.array(fc.oneof(fc.constant(1), fc.nat(200_000)), { maxLength: 3000 });
  fc.assert(
    fc.property(lengths, (sizes) => {
      const given: Buffer[] = [];
      const joined = new JoinedPieces((bytes) => given.push(bytes));
      const pieces = sizes.map((size, index) => Buffer.alloc(size, index % 251));
      for (const piece of pieces) joined.add(piece);
      joined.flush();
      expect(Buffer.concat(given).equals(Buffer.concat(pieces))).toBe(true);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(given.length).toBeLessThanOrEqual(1 + sizes.length / 1024 + total / 65_536);
    }),
    { numRuns: 30 },
  );
});

test('a piece that comes alone waits for a moment', () => {
  vi.useFakeTimers();
  try {
    const given: string[] = [];
    const joined = new JoinedPieces((bytes) => given.push(String(bytes)));
    joined.add(Buffer.from('a'));
    joined.add(Buffer.from('b'));
    expect(given).toEqual([]);
    vi.advanceTimersByTime(10);
    expect(given).toEqual(['ab']);
    joined.flush();
    expect(given).toEqual(['ab']);
  } finally {
    vi.useRealTimers();
  }
});
