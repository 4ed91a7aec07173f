import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoScenarios } from '../../demo/scenarios.ts';
import { samples, withSize } from './samples.ts';

describe('what is known of a sample before it is loaded', () => {
  it.each([samples.photo, samples.clip])('is true of $path', (sample) => {
    const file = readFileSync(new URL(`../../../public/${sample.path}`, import.meta.url));
    expect(file.length).toBe(sample.size);
    expect([...file.subarray(0, sample.head.length)]).toEqual([...sample.head]);
  });

  it('is true of the large one, which is the clip with a box of free space after it', async () => {
    const { clip, large } = samples;
    const file = readFileSync(new URL(`../../../public/${large.path}`, import.meta.url));
    const blob = withSize(new Blob([file]), large);
    expect(blob.size).toBe(large.size);
    const bytes = Buffer.from(await blob.arrayBuffer());
    expect(bytes.subarray(0, clip.size).equals(file)).toBe(true);
    expect(bytes.readUInt32BE(clip.size)).toBe(large.size - clip.size);
    expect(bytes.toString('latin1', clip.size + 4, clip.size + 8)).toBe('free');
    expect(withSize(new Blob([file]), clip).size).toBe(clip.size);
  });

  it('is enough for every scenario that needs a larger file', () => {
    for (const { name, needsBytes = 0 } of demoScenarios)
      expect(samples.large.size, name).toBeGreaterThanOrEqual(needsBytes);
  });
});
