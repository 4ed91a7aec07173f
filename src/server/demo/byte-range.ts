/** One range of bytes that a GET asks for (RFC 9110, section 14). */
import type { IncomingMessage } from 'node:http';

export interface ByteRange {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * Null where the whole is to be given: without `Range`, with one that is malformed, of another unit or of
 * several ranges (14.2 lets a server ignore them), by another method, and where `If-Range` does not match.
 */
export function rangeOf(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  size: number,
  etag: string,
): ByteRange | 'unsatisfiable' | null {
  const { range } = headers;
  const condition = headers['if-range'];
  if (method !== 'GET' || range === undefined) return null;
  // Compared strongly (13.1.5); a date never matches, for there is none.
  if (condition !== undefined && condition !== etag) return null;
  const [, first = '', last = ''] = /^bytes=[\t ]*(\d*)-(\d*)[\t ]*$/i.exec(range) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const suffix = Number(last);
    return suffix === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - suffix), end: size };
  }
  const start = Number(first);
  const end = last === '' ? size : Math.min(size, Number(last) + 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
