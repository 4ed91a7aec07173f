import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receiptBlock } from '../../upload/protocol.ts';
import { BodyDigest, hashHere } from './body-digest.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const body = Buffer.alloc(receiptBlock * 3 + 5, 'some bytes of a body ');

test('hash and marks are those of the body, however it is cut', async () => {
  const cuts = fc.array(fc.nat({ max: body.length }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(cuts, fc.nat({ max: body.length }), async (places, end) => {
      const digest = new BodyDigest(hashHere());
      const edges = [0, ...places.filter((at) => at < end).sort((a, b) => a - b), end];
      let done = 0;
      for (const [index, from] of edges.slice(0, -1).entries()) {
        digest.update(body.subarray(from, edges[index + 1]), () => {
          done += 1;
        });
      }
      expect(done).toBe(edges.length - 1);
      expect(digest.bytes).toBe(end);
      const blocks = Array.from({ length: Math.floor(end / receiptBlock) }, (_, index) => index + 1);
      expect(await digest.finish()).toEqual({
        sha256: sha256(body.subarray(0, end)),
        marks: blocks.map((count) => sha256(body.subarray(0, count * receiptBlock))),
      });
    }),
    { numRuns: 25 },
  );
});
