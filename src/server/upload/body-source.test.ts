import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { sourceOf } from './body-source.ts';

/** What was given, and how to give the oldest of it back. */
function open(pieces: readonly Uint8Array[]) {
  const source = sourceOf(Readable.from(pieces, { objectMode: false }));
  const given: number[] = [];
  const releases: (() => void)[] = [];
  let isOver = false;
  source.open({
    take: (bytes, release) => {
      given.push(bytes.length);
      releases.push(release);
    },
    end: () => {
      isOver = true;
    },
    fail: (error) => {
      throw error;
    },
  });
  return { given, release: () => releases.shift()?.(), isOver: () => isOver, close: source.close };
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
};

test('a piece of any size is given, and the next one once it is released', async () => {
  const large = new Uint8Array(2 ** 20);
  const { given, release, isOver } = open([large, large, large]);
  for (let piece = 1; piece <= 3; piece += 1) {
    await turns();
    expect(given).toHaveLength(piece);
    release();
  }
  await expect.poll(isOver).toBe(true);
});

test('small pieces are given ahead, up to a limit', async () => {
  const small = new Uint8Array(64 * 1024);
  const { given, release } = open(Array<Uint8Array>(9).fill(small));
  await turns();
  expect(given).toHaveLength(4);
  release();
  await turns();
  expect(given).toHaveLength(5);
});

test('nothing more comes once it is closed, whatever is released', async () => {
  const large = new Uint8Array(2 ** 20);
  const { given, release, close } = open([large, large]);
  await turns();
  close();
  release();
  await turns();
  expect(given).toEqual([large.length]);
});
