import { describe, expect, it } from 'vitest';
import { formatOffset, hexRows, parseOffset } from './hex-rows.ts';

describe('hex rows', () => {
  it('shows bytes as hex and printable ones as ASCII', () => {
    const [row] = hexRows(new Uint8Array([0x41, 0x0d, 0x7e, 0x7f, 0xff]), 32);
    expect(row?.offset).toBe(32);
    expect(row?.cells.map((cell) => cell.hex).join(' ')).toBe('41 0d 7e 7f ff');
    expect(row?.cells.map((cell) => cell.ascii).join('')).toBe('A·~··');
    expect(row?.cells.at(-1)?.offset).toBe(36);
  });

  it('breaks after sixteen bytes', () => {
    const rows = hexRows(new Uint8Array(17), 0);
    expect(rows.map((row) => [row.offset, row.cells.length])).toEqual([
      [0, 16],
      [16, 1],
    ]);
  });

  it('is empty without bytes', () => {
    expect(hexRows(new Uint8Array(0), 0)).toEqual([]);
  });

  it('pads offsets and grows beyond 4 GiB', () => {
    expect(formatOffset(458)).toBe('000001ca');
    expect(formatOffset(2 ** 33)).toBe('200000000');
  });

  it.each([
    ['458', 458],
    ['0x1ca', 458],
    ['1CAh', 458],
    ['1 048 576', 1048576],
    ['', null],
    ['ten', null],
    ['-1', null],
  ])('reads the offset %j', (typed, expected) => {
    expect(parseOffset(typed)).toBe(expected);
  });
});
