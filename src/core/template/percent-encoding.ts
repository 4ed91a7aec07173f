/** Percent-encoding (RFC 3986) and form decoding (application/x-www-form-urlencoded). */

/** Percent-encoded UTF-8: every byte but `A–Z a–z 0–9 - . _ ~` (TPL-8). */
export function percentEncode(text: string): string {
  return encodeURIComponent(toWellFormed(text)).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Lone surrogates become U+FFFD, as UTF-8 encoders do: what is shown is what is sent. */
export function toWellFormed(text: string): string {
  return text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** MP-2: `+` is a space, `%HH` a byte, of UTF-8 or not; a `%` without two hex digits stays. */
export function formDecode(text: string): Uint8Array {
  const bytes = utf8(text);
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const escaped = byte === 0x25 ? hexByte(bytes[at + 1], bytes[at + 2]) : undefined;
    if (escaped !== undefined) at += 2;
    decoded[length++] = escaped ?? (byte === 0x2b ? 0x20 : byte);
  }
  return decoded.subarray(0, length);
}

function hexByte(high: number | undefined, low: number | undefined): number | undefined {
  if (high === undefined || low === undefined) return undefined;
  const digits = String.fromCharCode(high, low);
  return /^[0-9A-Fa-f]{2}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
