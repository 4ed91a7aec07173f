import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sourceOf } from './body-source.ts';
import { pacedSource } from './paced-source.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

function open(chunks: readonly Uint8Array[], bytesPerSecond: number) {
  const source = pacedSource(sourceOf(Readable.from(chunks, { objectMode: false })), bytesPerSecond);
  const given: Uint8Array[] = [];
  let ended = false;
  source.open({
    take: (bytes, release) => {
      given.push(bytes);
      release();
    },
    end: () => {
      ended = true;
    },
    fail: (error) => {
      throw error;
    },
  });
  const after = async (milliseconds: number) => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    vi.advanceTimersByTime(milliseconds);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    return given.reduce((sum, { length }) => sum + length, 0);
  };
  return { after, given, isOver: () => ended, close: source.close };
}

const bytes = Uint8Array.from({ length: 10_000 }, (_, at) => at);

it('gives so many bytes a second, all of them, in order', async () => {
  const { after, given, isOver } = open([bytes.subarray(0, 3333), bytes.subarray(3333)], 5000);
  expect(await after(0)).toBe(0);
  expect(await after(100)).toBe(500);
  expect(await after(900)).toBeLessThanOrEqual(5000);
  expect(isOver()).toBe(false);
  expect(await after(2000)).toBe(10_000);
  expect(isOver()).toBe(true);
  expect(Buffer.compare(Buffer.concat(given), bytes)).toBe(0);
});

it('gives nothing more once it is closed', async () => {
  const { after, close, isOver } = open([bytes], 5000);
  await after(200);
  close();
  expect(await after(5000)).toBe(1000);
  expect(isOver()).toBe(false);
});
