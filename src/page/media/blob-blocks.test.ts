import { expect, it } from 'vitest';
import { blocksOf } from './blob-blocks.ts';

it('a blob is read block by block, to its last byte', async () => {
  const bytes = new Uint8Array(2 ** 20 + 3).map((_, index) => index);
  const read: Uint8Array[] = [];
  for await (const block of blocksOf(new Blob([bytes]))) read.push(block);
  expect(read.map(({ length }) => length)).toEqual([2 ** 20, 3]);
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
  for await (const _ of blocksOf(new Blob([]))) expect.unreachable();
});
