import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatHex,
  formatMilliseconds,
  formatPercent,
  formatSize,
  plural,
} from './format.ts';

const plain = (text: string) => text.replaceAll('\u202F', ' ');

describe('numbers as the page writes them', () => {
  it('groups digits by three', () => {
    expect(plain(formatCount(0))).toBe('0');
    expect(plain(formatCount(999))).toBe('999');
    expect(plain(formatCount(457312))).toBe('457 312');
    expect(plain(formatCount(1073741824))).toBe('1 073 741 824');
  });

  it('gives exact lengths in bytes', () => {
    expect(formatBytes(1)).toBe('1 byte');
    expect(plain(formatBytes(4096))).toBe('4 096 bytes');
  });

  it('rounds sizes to three digits and leaves small ones exact', () => {
    expect(formatSize(1023).replace('\u202F', '')).toBe('1023 bytes');
    expect(formatSize(1024)).toBe('1.00 KiB');
    expect(formatSize(45_678)).toBe('44.6 KiB');
    expect(formatSize(2 ** 30)).toBe('1.00 GiB');
    expect(formatSize(2 ** 40 * 3)).toBe('3.00 TiB');
  });

  it('writes times in the unit that reads best', () => {
    expect(formatMilliseconds(0.42)).toBe('0.4 ms');
    expect(formatMilliseconds(318.4)).toBe('318 ms');
    expect(formatMilliseconds(2310)).toBe('2.31 s');
  });

  it('never says 100 percent before all is there', () => {
    expect(formatPercent(999_999, 1_000_000)).toBe('99 %');
    expect(formatPercent(1_000_000, 1_000_000)).toBe('100 %');
    expect(formatPercent(0, 0)).toBe('100 %');
  });

  it('writes bytes as hex pairs', () => {
    expect(formatHex(new Uint8Array([0xff, 0xd8, 0x0a]))).toBe('ff d8 0a');
  });

  it('knows one from many', () => {
    expect(plural(1, 'error')).toBe('1 error');
    expect(plural(2, 'error')).toBe('2 errors');
    expect(plural(2, 'reply', 'replies')).toBe('2 replies');
  });
});
