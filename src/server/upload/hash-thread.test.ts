import { createHash } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hashInThread } from './hash-thread.ts';
import { borrowBlocks, giveBack } from './shared-blocks.ts';

/** Every thread that was started, the last one last. */
const threads = vi.hoisted((): Worker[] => []);

vi.mock(import('node:worker_threads'), async (load) => {
  const real = await load();
  class KnownWorker extends real.Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      threads.push(this);
    }
  }
  return { ...real, Worker: KnownWorker };
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = Buffer.from('some text of a body');

function sharedBlock(): Buffer {
  const blocks = borrowBlocks() ?? [];
  onTestFinished(() => giveBack(blocks));
  const [block] = blocks;
  if (block === undefined) throw new Error('No block is left.');
  block.set(text);
  return block;
}

const sharedText = () => sharedBlock().subarray(0, text.length);

test('pieces are hashed in the order given, and each is given back', async () => {
  const shared = sharedText();
  const hasher = hashInThread();
  const done: string[] = [];
  hasher.update(shared.subarray(0, 4), () => void done.push('first'));
  hasher.mark();
  hasher.update(shared.subarray(4, 4), () => void done.push('empty'));
  hasher.update(shared.subarray(4), () => void done.push('second'));
  expect(await hasher.finish()).toEqual({ sha256: sha256(text), marks: [sha256(text.subarray(0, 4))] });
  await expect.poll(() => done).toEqual(['first', 'empty', 'second']);
});

test('two bodies at once have a hash each, over more pieces than the queue holds at a time', async () => {
  const shared = sharedText();
  const [one, other] = [hashInThread(), hashInThread()];
  for (let round = 0; round < 300; round += 1) {
    await new Promise<void>((given) => {
      one.update(shared, () => {});
      one.mark();
      other.update(shared.subarray(0, 4), given);
    });
  }
  const whole = (bytes: Uint8Array) => sha256(Buffer.concat(Array(300).fill(bytes)));
  const first = await one.finish();
  expect(first?.sha256).toBe(whole(text));
  expect(first?.marks).toHaveLength(300);
  expect((await other.finish())?.sha256).toBe(whole(text.subarray(0, 4)));
});

test('a queue that is full costs an upload its hash, and holds up nothing', async () => {
  const block = sharedBlock();
  const hasher = hashInThread();
  let given = 0;
  for (let piece = 0; piece < 1100; piece += 1) {
    // Longer to hash than to ask for.
    hasher.update(block.subarray(0, 100_000), () => {
      given += 1;
    });
  }
  expect(await hasher.finish()).toBeNull();
  await expect.poll(() => given).toBe(1100);
  const next = hashInThread();
  next.update(block.subarray(0, text.length), () => {});
  expect((await next.finish())?.sha256).toBe(sha256(text));
});

test('a thread that dies costs its uploads their hash and no block, and the next upload has a new one', async () => {
  const block = sharedBlock();
  const [broken, ended] = [hashInThread(), hashInThread()];
  let given = 0;
  for (let piece = 0; piece < 100; piece += 1) {
    for (const hasher of [broken, ended]) {
      hasher.update(block, () => {
        given += 1;
      });
    }
  }
  const result = ended.finish();
  const started = threads.length;
  await threads.at(-1)?.terminate();
  expect(await result).toBeNull();
  expect(await broken.finish()).toBeNull();
  await expect.poll(() => given).toBe(200);
  const next = hashInThread();
  next.update(block.subarray(0, text.length), () => {});
  expect((await next.finish())?.sha256).toBe(sha256(text));
  expect(threads).toHaveLength(started + 1);
});

test('a body without a byte has the hash of nothing', async () => {
  expect(await hashInThread().finish()).toEqual({ sha256: sha256(Buffer.alloc(0)), marks: [] });
});

test('the thread keeps no program from ending', async () => {
  const shared = sharedText();
  const keeps = () => process.getActiveResourcesInfo().filter((kind) => /Port|Worker/.test(kind)).length;
  const before = keeps();
  const hasher = hashInThread();
  hasher.update(shared, () => {});
  await hasher.finish();
  expect(keeps()).toBe(before);
});
