import { describe, expect, it } from 'vitest';
import { changedAt, type Disk, fileOn, someBytes } from '../../test/file-for-test.ts';
import { runningHash } from '../../test/running-hashes.ts';
import { blockBytes } from './blob-blocks.ts';
import { compareBlocks, compareEdges, readEdges, takeFingerprint } from './fingerprint.ts';

const chosen = someBytes(3 * blockBytes + 17);
const middle = 2 * blockBytes - 1;

async function fingerprinted(disk: Disk) {
  const file = fileOn(disk);
  const edges = await readEdges(file);
  const fingerprint = await takeFingerprint(file, edges, await runningHash());
  if (fingerprint.kind !== 'taken') throw new Error(fingerprint.kind);
  return { file, edges, blocks: fingerprint.blocks };
}

describe('a fingerprint', () => {
  it('is a hash for each MiB and one for the rest', async () => {
    const { blocks } = await fingerprinted({ bytes: chosen });
    expect(blocks).toHaveLength(4);
    expect(new Set(blocks).size).toBe(4);
    expect((await fingerprinted({ bytes: chosen.subarray(0, blockBytes) })).blocks).toEqual([blocks[0]]);
  });

  it('is of no file that changes, shrinks or goes away while it is hashed', async () => {
    const changes: readonly [Disk['bytes'], string][] = [
      [changedAt(chosen, 5), 'changed'],
      [changedAt(chosen, chosen.length - 1), 'changed'],
      [chosen.subarray(0, 2 * blockBytes), 'changed'],
      [null, 'unreadable'],
    ];
    for (const [bytes, kind] of changes) {
      const disk: Disk = { bytes: chosen };
      const file = fileOn(disk);
      const edges = await readEdges(file);
      const hash = await runningHash();
      const digest = () => {
        disk.bytes = bytes;
        return hash.digest();
      };
      expect(await takeFingerprint(file, edges, { ...hash, digest })).toEqual({ kind });
    }
  });

  it('finds a change of any byte by the blocks, one of its ends by the edges', async () => {
    const disk: Disk = { bytes: chosen };
    const { file, edges, blocks } = await fingerprinted(disk);
    const look = async () => [
      await compareEdges(file, edges),
      await compareBlocks(file, blocks, await runningHash()),
    ];
    expect(await look()).toEqual(['as-chosen', 'as-chosen']);
    disk.bytes = changedAt(chosen, middle);
    expect(await look()).toEqual(['as-chosen', 'changed']);
    for (const at of [0, 65_535, chosen.length - 65_536, chosen.length - 1]) {
      disk.bytes = changedAt(chosen, at);
      expect(await look()).toEqual(['changed', 'changed']);
    }
    disk.bytes = chosen.subarray(0, chosen.length - 1);
    expect(await look()).toEqual(['changed', 'changed']);
    disk.bytes = null;
    expect(await look()).toEqual(['unreadable', 'unreadable']);
  });

  it('looks at no more than 64 blocks before sending', async () => {
    const blocks = Array.from({ length: 1000 }, () => 'h');
    let read = 0;
    const digest = () => {
      read += 1;
      return 'h';
    };
    expect(await compareBlocks(new Blob([]), blocks, { update: () => {}, digest, reset: () => {} })).toBe(
      'as-chosen',
    );
    expect(read).toBe(64);
  });
});
