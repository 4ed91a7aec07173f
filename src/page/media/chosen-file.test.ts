import { describe, expect, it } from 'vitest';
import { changedAt, type Disk, fileOn, someBytes } from '../../test/file-for-test.ts';
import { runningHash } from '../../test/running-hashes.ts';
import {
  type AskWorker,
  type ChosenFile,
  chooseFile,
  diskState,
  edgeState,
  heldBytes,
} from './chosen-file.ts';
import { compareBlocks, takeFingerprint } from './fingerprint.ts';
import { mediaOf, readFileSource } from './media.ts';

/** What the worker does, in this thread. */
const ask: AskWorker = async (order) => {
  const hash = await runningHash();
  if (order.type === 'take') return takeFingerprint(order.file, order.edges, hash);
  return { kind: 'compared', state: await compareBlocks(order.file, order.blocks, hash) };
};

const small = someBytes(200_001);
const large = someBytes(heldBytes + 1);
const middle = heldBytes / 2;

describe('a small file', () => {
  it('is shown and sent as it was chosen, whatever happens on disk', async () => {
    const disk: Disk = { bytes: small };
    const source = await readFileSource(fileOn(disk));
    disk.bytes = changedAt(small, 3);
    const sent = new Uint8Array((await source?.blob?.arrayBuffer()) ?? []);
    expect(Buffer.from(sent).equals(small)).toBe(true);
    expect(source && mediaOf(source, null, null)).toMatchObject({ size: small.length, name: 'clip.mp4' });
    expect(source?.head).toEqual(small.subarray(0, 4096));
  });

  it.each<readonly [string, Disk['bytes'], string]>([
    ['stayed', small.slice(), 'as-chosen'],
    ['changed to the same size', changedAt(small, 100_000), 'changed'],
    ['shrank', small.subarray(0, 100_000), 'changed'],
    ['was emptied', small.subarray(0, 0), 'changed'],
    ['grew', someBytes(small.length + 1), 'changed'],
    ['was deleted', null, 'unreadable'],
  ])('that %s is found to be that before it is sent', async (_, bytes, state) => {
    const disk: Disk = { bytes: small };
    const chosen = await chooseFile(fileOn(disk));
    disk.bytes = bytes;
    expect(await diskState(chosen)).toBe(state);
    expect(await edgeState(chosen)).toBe('as-chosen');
  });

  it('may be empty', async () => {
    const chosen = await chooseFile(fileOn({ bytes: new Uint8Array(0) }));
    expect(await diskState(chosen)).toBe('as-chosen');
  });
});

describe('a large file', () => {
  it.each<readonly [string, Disk['bytes'], string]>([
    ['stayed', large, 'as-chosen'],
    ['changed at its beginning', changedAt(large, 9), 'changed'],
    ['changed in its middle', changedAt(large, middle), 'changed'],
    ['changed at its end', changedAt(large, heldBytes), 'changed'],
    ['shrank', large.subarray(0, middle), 'changed'],
    ['was deleted', null, 'unreadable'],
  ])('that %s is found to be that before it is sent', async (_, bytes, state) => {
    const disk: Disk = { bytes: large };
    const chosen = await chooseFile(fileOn(disk), ask);
    await hashed(chosen);
    disk.bytes = bytes;
    expect(await diskState(chosen, ask)).toBe(state);
  });

  it('is sent without waiting for its hashes, and then its edges alone are looked at', async () => {
    const disk: Disk = { bytes: large };
    const chosen = await chooseFile(fileOn(disk), () => new Promise(() => {}));
    expect(await diskState(chosen)).toBe('as-chosen');
    disk.bytes = changedAt(large, 9);
    expect(await diskState(chosen)).toBe('changed');
  });

  it('that did not stay the same while it was hashed is not sent', async () => {
    const chosen = await chooseFile(fileOn({ bytes: large }), async () => ({ kind: 'changed' }));
    await hashed(chosen);
    expect(await diskState(chosen)).toBe('changed');
  });

  it('is bounded to the size it had: Firefox sends all of a file that has grown', async () => {
    const disk: Disk = { bytes: large };
    const chosen = await chooseFile(fileOn(disk), ask);
    disk.bytes = new Uint8Array(large.length + 10);
    expect((await chosen.toSend.arrayBuffer()).byteLength).toBe(large.length);
  });
});

async function hashed(chosen: ChosenFile): Promise<void> {
  if (chosen.kind !== 'by-reference') throw new Error('It is held.');
  await chosen.fingerprint;
}
