import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryFrom, boundaryRandomBytes, isBoundary } from './boundary.ts';

const set = `0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=?`;

describe('a boundary set by hand (MP-9)', () => {
  it.each([...set, set.slice(0, 70), 'a b', ' a', "a 'b'?", 'x'.repeat(70)])('may be %j', (boundary) => {
    expect(isBoundary(boundary)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'a ',
    'x'.repeat(71),
    'a"b',
    'a\\b',
    'a;b',
    'a\r\nb',
    'a\n',
    'a\tb',
    'é',
    'a*b',
    'a%b',
    'a@b',
    'a[b]',
    '\0',
  ])('may not be %j', (boundary) => {
    expect(isBoundary(boundary)).toBe(false);
  });

  it('is of the set of RFC 2046, 1 to 70 characters, the last no space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 80 }), (text) => {
        const fits =
          text.length <= 70 && !text.endsWith(' ') && [...text].every((c) => `${set} `.includes(c));
        expect(isBoundary(text)).toBe(fits);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a boundary that is drawn (MP-9)', () => {
  it('holds at least 96 random bits, each of which counts', () => {
    expect(boundaryRandomBytes * 8).toBeGreaterThanOrEqual(96);
    const random = new Uint8Array(boundaryRandomBytes);
    const drawn = new Set([boundaryFrom(random)]);
    for (let bit = 0; bit < boundaryRandomBytes * 8; bit++) {
      const one = random.with(bit >> 3, 1 << (bit & 7));
      drawn.add(boundaryFrom(one));
    }
    expect(drawn.size).toBe(boundaryRandomBytes * 8 + 1);
  });

  it('is one that could be set by hand', () => {
    const random = fc.uint8Array({ minLength: boundaryRandomBytes, maxLength: boundaryRandomBytes });
    fc.assert(
      fc.property(random, (bytes) => {
        expect(isBoundary(boundaryFrom(bytes))).toBe(true);
      }),
    );
  });
});
