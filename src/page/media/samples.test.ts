import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samples } from './samples.ts';

describe('what is known of a sample before it is loaded', () => {
  it.each(Object.values(samples))('is true of $path', (sample) => {
    const file = readFileSync(new URL(`../../../public${sample.path}`, import.meta.url));
    expect(file.length).toBe(sample.size);
    expect([...file.subarray(0, sample.head.length)]).toEqual([...sample.head]);
  });
});
