/** The boundary of the multipart body (MP-9; RFC 2046, section 5.1.1). */

/** 1 to 70 characters of RFC 2046's set, not ending in a space. */
export function isBoundary(text: string): boolean {
  return /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/.test(text);
}

/** Random bytes that a boundary is drawn from: 120 bits. */
export const boundaryRandomBytes = 15;

/** A boundary from random bytes, which come from outside: the core draws no lots. */
export function boundaryFrom(random: Uint8Array): string {
  return `mup-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
