/** Rows of a hex view: an offset, the bytes as hex, and as ASCII where they are printable. */
export const bytesPerRow = 16;

export interface HexCell {
  readonly hex: string;
  readonly ascii: string;
  /** Offset of the byte. */
  readonly offset: number;
}

export interface HexRow {
  readonly offset: number;
  readonly cells: readonly HexCell[];
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `bytes` start at `offset`, which is a multiple of `perRow`. */
export function hexRows(bytes: Uint8Array, offset: number, perRow = bytesPerRow): HexRow[] {
  const rows: HexRow[] = [];
  for (let from = 0; from < bytes.length; from += perRow) {
    const cells = Array.from(bytes.subarray(from, from + perRow), (byte, index) => ({
      hex: hexOf[byte] ?? '',
      ascii: byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
      offset: offset + from + index,
    }));
    rows.push({ offset: offset + from, cells });
  }
  return rows;
}

/** Eight hex digits, more where the request is larger than 4 GiB. */
export function formatOffset(offset: number): string {
  return offset.toString(16).padStart(8, '0');
}

/** An offset as typed: decimal, or hex with `0x` in front or an `h` after it. Null where it isn't one. */
export function parseOffset(typed: string): number | null {
  const text = typed.trim().replaceAll(/[\s_,\u202F]/g, '');
  const hex = /^(?:0x([\da-f]+)|([\da-f]+)h)$/i.exec(text);
  if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? '', 16);
  return /^\d+$/.test(text) ? Number(text) : null;
}
