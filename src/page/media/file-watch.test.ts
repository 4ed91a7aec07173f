import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileOn, someBytes } from '../../test/file-for-test.ts';
import type { ChosenFile } from './chosen-file.ts';
import { watchFile } from './file-watch.ts';
import type { DiskState } from './fingerprint.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const file = fileOn({ bytes: someBytes(9) });
const large: ChosenFile = {
  kind: 'by-reference',
  file,
  toSend: file,
  edges: { first: someBytes(9), last: someBytes(9) },
  fingerprint: new Promise(() => {}),
};

describe('a file that is being sent', () => {
  it.each<DiskState>(['changed', 'unreadable'])('is looked after, and said to be %s once', async (state) => {
    let found: DiskState = 'as-chosen';
    let calls = 0;
    watchFile(
      large,
      () => (calls += 1),
      async () => found,
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toBe(0);
    found = state;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is left alone once it is sent, even by a look that is under way', async () => {
    let answer: (state: DiskState) => void = () => {};
    const look = () => new Promise<DiskState>((resolve) => (answer = resolve));
    let calls = 0;
    const end = watchFile(large, () => (calls += 1), look);
    await vi.advanceTimersByTimeAsync(2000);
    end();
    answer('changed');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toBe(0);
  });

  it('needs no looking after where it is held, or a sample', () => {
    watchFile(null, () => {});
    watchFile({ kind: 'held', file, toSend: file, bytes: someBytes(9) }, () => {});
    expect(vi.getTimerCount()).toBe(0);
  });
});
