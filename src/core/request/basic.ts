/** HTTP Basic authentication (RFC 7617; HDR-6): the answer to a 401, and what Base64 of a login is (HDR-7). */
import { utf8 } from '../template/percent-encoding.ts';

export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

/** RFC 7617, section 2: why these can't be sent by Basic; null where they can. */
export function basicObstacle({ username, password }: BasicCredentials): string | null {
  if (username.includes(':'))
    return 'The user name holds a colon, and Basic ends the user name at its first colon (RFC 7617)';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that RFC 7617 forbids
  if (/[\u0000-\u001F\u007F]/.test(username + password))
    return 'The user name or the password holds a control character, which Basic can’t carry (RFC 7617)';
  return null;
}

/** User name and password as Basic sends them: UTF-8, in Base64. */
export function basicToken({ username, password }: BasicCredentials): string {
  return encodeBase64(utf8(`${username}:${password}`));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += `${digit(bits >> 18)}${digit(bits >> 12)}`;
    text += `${b === undefined ? '=' : digit(bits >> 6)}${c === undefined ? '=' : digit(bits)}`;
  }
  return text;
}

function digit(bits: number): string {
  return alphabet.charAt(bits & 63);
}

/** The bytes of a Base64 text with its padding (RFC 4648, section 4); null where it isn't one. */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let index = 0; index < digits.length; index++) {
    bits = ((bits << 6) | alphabet.indexOf(digits.charAt(index))) & 0xffffff;
    if (index % 4 !== 0) bytes[at++] = (bits >> (6 - 2 * (index % 4))) & 0xff;
  }
  return bytes;
}
