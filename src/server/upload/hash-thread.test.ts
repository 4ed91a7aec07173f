import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashInThread } from './hash-thread.ts';
import { borrowBlocks, giveBack } from './shared-blocks.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = Buffer.from('some text of a body');

test('what lies in a shared block and what lies elsewhere is hashed in the order given', async () => {
  const blocks = borrowBlocks(100) ?? [];
  const hasher = hashInThread();
  const done: string[] = [];
  const [block] = blocks;
  block?.set(text);
  hasher.update(text.subarray(0, 4), () => void done.push('own'));
  hasher.mark();
  hasher.update(block?.subarray(4, text.length) ?? text, () => void done.push('shared'));
  expect(await hasher.finish()).toEqual({ sha256: sha256(text), marks: [sha256(text.subarray(0, 4))] });
  expect(done).toEqual(['own', 'shared']);
  giveBack(blocks);
});

test('two bodies at once have a hash each', async () => {
  const [one, other] = [hashInThread(), hashInThread()];
  for (const byte of text) {
    one.update(Buffer.from([byte]), () => {});
    other.update(Buffer.from([byte ^ 1]), () => {});
  }
  expect((await one.finish())?.sha256).toBe(sha256(text));
  expect((await other.finish())?.sha256).toBe(sha256(text.map((byte) => byte ^ 1)));
});

test('a body without a byte has the hash of nothing', async () => {
  expect(await hashInThread().finish()).toEqual({ sha256: sha256(Buffer.alloc(0)), marks: [] });
});

test('the thread keeps no program from ending', async () => {
  const keeps = () => process.getActiveResourcesInfo().filter((kind) => /Port|Worker/.test(kind)).length;
  const before = keeps();
  await hashInThread().finish();
  expect(keeps()).toBe(before);
});
