/** Bytes and text of captures: searches that stay linear, and text that shows when it is no UTF-8. */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const blockSize = 8192;

/** Each byte as the character of that code. (The label `latin1` means windows-1252 to a TextDecoder.) */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += blockSize)
    text += String.fromCharCode(...bytes.subarray(at, at + blockSize));
  return text;
}

export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Null where it is no UTF-8. */
export function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** As UTF-8, else a character a byte. */
export function textOf(bytes: Uint8Array): string {
  return asUtf8(bytes) ?? latin1(bytes);
}

/** Where `wanted` begins in `bytes`, from `from` on; -1 where it does not. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const first = wanted[0];
  if (first === undefined) return from;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWithAt(bytes, wanted, at)) return at;
  }
  return -1;
}

export function startsWithAt(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && startsWithAt(one, other, 0);
}

export const lf = 0x0a;
export const cr = 0x0d;

/** CRLF for each LF that has no CR before it. */
export function withCrlf(bytes: Uint8Array): Uint8Array {
  const lone = countLone(bytes);
  if (lone === 0) return bytes;
  const result = new Uint8Array(bytes.length + lone);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === lf && bytes[at - 1] !== cr) result[to++] = cr;
    result[to++] = bytes[at] ?? 0;
  }
  return result;
}

/** LFs without a CR before them. */
export function countLone(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1)) {
    if (bytes[at - 1] !== cr) count += 1;
  }
  return count;
}
