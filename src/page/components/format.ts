/** Numbers as the page writes them: short, exact, the same everywhere. */

const narrowSpace = '\u202F';

/** Digits in groups of three: `457 312`. */
export function formatCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, narrowSpace);
}

/** An exact length: `1 byte`, `457 312 bytes`. */
export function formatBytes(bytes: number): string {
  return `${formatCount(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
}

const units = ['KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A length for a glance, three digits: `44.6 KiB`. Under 1024 it is exact. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return formatBytes(bytes);
  let value = bytes;
  let unit: string = 'bytes';
  for (const next of units) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** Milliseconds: `0.4 ms`, `318 ms`, `2.31 s`. */
export function formatMilliseconds(ms: number): string {
  if (ms < 10) return `${Number(ms.toFixed(1))} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(2)} s`;
}

/** Whole percent, never 100 before all is there. */
export function formatPercent(done: number, total: number): string {
  if (total === 0 || done >= total) return '100 %';
  return `${Math.min(99, Math.floor((done / total) * 100))} %`;
}

/** Bytes as lower-case hex pairs with single spaces: `ff d8 ff`. */
export function formatHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** `1 part`, `2 parts`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
