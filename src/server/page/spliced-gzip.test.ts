import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSplicedGzip } from './spliced-gzip.ts';

test('whatever fills the gaps, it is what any gunzip gives back', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    // Repeated beyond the window of 32 KiB.
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(4000))
      .map(([text, count]) => text.repeat(count)),
  );
  const filling = fc.uint8Array({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), filling, filling, (texts, one, other) => {
      const pieces = texts.map((text) => Buffer.from(text));
      const length = Math.min(one.length, other.length);
      const splice = createSplicedGzip(pieces, length);
      for (const given of [one, other]) {
        const gap = Buffer.from(given.subarray(0, length));
        const whole = pieces.flatMap((each, index) => (index === 0 ? [each] : [gap, each]));
        expect(gunzipSync(Buffer.concat(splice(gap))).equals(Buffer.concat(whole))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
