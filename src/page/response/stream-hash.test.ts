import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blocksOf } from '../media/blob-blocks.ts';
import { createStreamHash } from './stream-hash.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('the hash of a stream is that of its bytes so far, at any moment, and goes on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), async (pieces) => {
      const hash = await createStreamHash();
      let all = new Uint8Array();
      for (const piece of pieces) {
        hash.update(piece);
        all = Uint8Array.of(...all, ...piece);
        expect(hash.digest()).toBe(sha256(all));
      }
      expect(hash.digest()).toBe(sha256(all));
    }),
  );
});

it('a blob is read block by block, to its last byte', async () => {
  const bytes = new Uint8Array(2 ** 20 + 3).map((_, index) => index);
  const read: Uint8Array[] = [];
  for await (const block of blocksOf(new Blob([bytes]))) read.push(block);
  expect(read.map(({ length }) => length)).toEqual([2 ** 20, 3]);
  expect(sha256(Buffer.concat(read))).toBe(sha256(bytes));
  for await (const _ of blocksOf(new Blob([]))) expect.unreachable();
});
