import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8-length.ts';

const encoded = (text: string) => new TextEncoder().encode(text).length;

test('bytes are counted as they are encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '\uD83D', '\uDE00') }), (text) => {
      expect(utf8Length(text)).toBe(encoded(text));
    }),
  );
});

test('a character of two units is counted once wherever a long text is cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16_380, max: 16_390 }), fc.nat({ max: 3 }), (before, after) => {
      const text = `${'a'.repeat(before)}😀\uD83D${'é'.repeat(after)}`;
      expect(utf8Length(text)).toBe(encoded(text));
    }),
  );
});
