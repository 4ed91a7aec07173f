import { mkdtempSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaChanged, SteadyReader } from './steady-reader.ts';

let folder: string;
let path: string;
let handle: FileHandle;

const bytes = Buffer.from(Uint8Array.from({ length: 2 ** 21 + 5 }, (_, index) => (index * 31) >> 3));
const date = 1_800_000_000;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steady-reader-'));
  path = join(folder, 'clip.mp4');
  write(bytes);
  handle = await open(path);
});

afterEach(async () => {
  await handle.close();
  rmSync(folder, { recursive: true });
});

/** In place, and with the old date: only the bytes differ. */
function write(now: Buffer): void {
  writeFileSync(path, now);
  utimesSync(path, date, date);
}

const reader = () => SteadyReader.of(handle, path, statSync(path));

function changedAt(at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe('a file that is read more than once', () => {
  test('is the same each time, to the byte', async () => {
    const steady = await reader();
    for (const _ of [1, 2]) expect((await buffer(steady.read())).equals(bytes)).toBe(true);
  });

  test.each([
    0,
    2 ** 20,
    bytes.length - 1,
  ])('fails where byte %d changed under its old size and date', async (at) => {
    const steady = await reader();
    await buffer(steady.read());
    write(changedAt(at));
    await expect(buffer(steady.read())).rejects.toThrow(MediaChanged);
    write(bytes);
    expect((await buffer(steady.read())).equals(bytes)).toBe(true);
  });

  test('fails where it changed before it was read at all, is longer or shorter', async () => {
    const steady = await reader();
    writeFileSync(path, changedAt(9));
    await expect(buffer(steady.read())).rejects.toThrow(/changed while it was in use\. Start again/);
    write(Buffer.concat([bytes, bytes]));
    await expect(buffer(steady.read())).rejects.toThrow(MediaChanged);
    write(bytes.subarray(0, 9));
    await expect(buffer(steady.read())).rejects.toThrow(MediaChanged);
  });

  test('gives no byte of a block that is not the one of before', async () => {
    const steady = await reader();
    await buffer(steady.read());
    write(changedAt(2 ** 20 + 3));
    let given = 0;
    const read = async () => {
      for await (const block of steady.read()) given += block.length;
    };
    await expect(read()).rejects.toThrow(MediaChanged);
    expect(given).toBe(2 ** 20);
  });

  test('says how much is missing where it shrinks while it is read', async () => {
    const steady = await reader();
    const read = async () => {
      for await (const _ of steady.read()) truncateSync(path, 2 ** 20);
    };
    await expect(read()).rejects.toThrow('became shorter while it was read: 1048581 bytes are missing');
  });
});
