import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runningHashesOf } from '../../test/running-hashes.ts';
import { receiptBlock } from '../../upload/protocol.ts';
import { createRunningHash } from '../../upload/running-hash.ts';
import { BodyHashes } from './body-hashes.ts';

const body = Buffer.alloc(receiptBlock * 3 + 5, 'some bytes of a body ');

test('the running hashes are those of the body, however it is cut', async () => {
  const cuts = fc.array(fc.nat({ max: body.length }), { maxLength: 6 });
  const end = fc.oneof(fc.nat({ max: body.length }), fc.constantFrom(0, receiptBlock, 2 * receiptBlock));
  await fc.assert(
    fc.asyncProperty(cuts, end, async (places, length) => {
      const hashes = new BodyHashes(await createRunningHash());
      const edges = [0, ...places.filter((at) => at < length).sort((a, b) => a - b), length];
      for (const [index, from] of edges.slice(0, -1).entries()) {
        hashes.update(body.subarray(from, edges[index + 1]));
      }
      expect(hashes.bytes).toBe(length);
      expect(hashes.all).toEqual(await runningHashesOf(body.subarray(0, length)));
    }),
    { numRuns: 25 },
  );
});

test('without WebAssembly a body is counted, and has no hashes', () => {
  const hashes = new BodyHashes(null);
  hashes.update(body);
  expect(hashes.bytes).toBe(body.length);
  expect(hashes.all).toBeNull();
});
