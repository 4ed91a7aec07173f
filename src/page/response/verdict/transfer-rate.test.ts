import { describe, expect, it } from 'vitest';
import { formatRate, formatTimeLeft, rateOf, type Sample, withSample } from './transfer-rate.ts';

const collect = (...samples: Sample[]) => samples.reduce<readonly Sample[]>(withSample, []);

describe('the rate of an upload', () => {
  it('is not guessed in the first second', () => {
    expect(rateOf([], 5000)).toBeNull();
    expect(rateOf(collect({ at: 0, bytes: 0 }, { at: 900, bytes: 9e6 }), 999)).toBeNull();
  });

  it('is of the last seconds only', () => {
    const samples = collect(
      { at: 0, bytes: 0 },
      { at: 1000, bytes: 50_000 },
      { at: 5000, bytes: 50_000 },
      { at: 9000, bytes: 90_000 },
    );
    expect(samples).toHaveLength(2);
    expect(rateOf(samples, 9000)).toBe(10_000);
  });

  it('falls while nothing goes on', () => {
    const samples = collect({ at: 0, bytes: 0 }, { at: 1000, bytes: 100_000 });
    expect(rateOf(samples, 1000)).toBe(100_000);
    expect(rateOf(samples, 4000)).toBe(25_000);
  });

  it('keeps few samples, however many come', () => {
    let samples: readonly Sample[] = [];
    for (let at = 0; at < 60_000; at += 50) samples = withSample(samples, { at, bytes: at });
    expect(samples.length).toBeLessThan(90);
  });
});

it.each([
  [0, '0 bytes/s'],
  [999, '999 bytes/s'],
  [1000, '1.0 kB/s'],
  [20_000, '20 kB/s'],
  [999_700, '1.0 MB/s'],
  [58_800_000, '59 MB/s'],
  [1_234_000_000, '1.2 GB/s'],
])('%d bytes a second are %s', (rate, text) => {
  expect(formatRate(rate)).toBe(text);
});

it.each([
  [100, 1000, '1 s left'],
  [89_000, 1000, '89 s left'],
  [120_000, 1000, '2 min left'],
  [7_200_000, 1000, '2 h left'],
  [10, 0, ''],
])('%d bytes at %d a second: %s', (bytes, rate, text) => {
  expect(formatTimeLeft(bytes, rate)).toBe(text);
});
