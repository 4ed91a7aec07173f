/** Pairs whose name says that the value is a secret: `token=abc&`, `password="abc"`, `"pin": "1234"`. */

import { isSwitch } from './placeholders.ts';
import { mostSecrets } from './secret.ts';
import { isSecretName, isWeaklySecretName } from './secret-names.ts';
import { trimmed } from './template-literals.ts';

export interface SecretPair {
  /** Of the value, without its quotes. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const scheme = /(?:basic|bearer|digest|token)[ \t]+/iy;
/** Behind a typed line break there is another header (HDR-3); behind a semicolon another pair. */
const next = /&|[\r\n]|\\r?\\?n[A-Za-z-]{1,100}:|;[ \t]{0,8}[A-Za-z_][\w.-]{0,80}=/g;
const word = /[\s&,;}\]<>]|\\r?\\?n[A-Za-z-]{1,100}:/g;
const markup = /[\s<>]/g;

/** In order, `mostSecrets` of them. Each character is looked at a few times at the most. */
export function findSecretPairs(text: string, isMarkup: boolean): readonly SecretPair[] {
  const found: SecretPair[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== equals && code !== colon) continue;
    const name = nameBefore(text, at);
    if (name === '' || (isMarkup && name === 'key') || !isSecretName(name)) continue;
    const value = valueAfter(text, at, isMarkup);
    at = Math.max(at, value.end - 1);
    const { start, end } = trimmed(text, value.start, value.end);
    if (isWeaklySecretName(name) && isSwitch(text.slice(start, end))) continue;
    if (start < end && found.push({ start, end, name }) === mostSecrets) break;
  }
  return found;
}

const equals = 0x3d;
const colon = 0x3a;

/** Empty where none stands before the sign, or a parameter does. */
function nameBefore(text: string, sign: number): string {
  let end = sign;
  while (end > 0 && sign - end < 8 && /[ \t"'\\]/.test(text[end - 1] ?? '')) end--;
  let start = end;
  while (start > 0 && end - start < mostOfName && isNameCharacter(text.charCodeAt(start - 1))) start--;
  // The n of a typed line break.
  if (text[start - 1] === '\\' && text[start] === 'n') start++;
  const name = text.slice(start, end);
  return name.endsWith('%') ? '' : name.replaceAll(/%([0-7][0-9A-Fa-f])/g, decoded);
}

const mostOfName = 100;

function decoded(_escape: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

/** Letters, digits and `% - . [ ] _`. */
function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x25 ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0x5f ||
    code >= 0x80
  );
}

function valueAfter(text: string, sign: number, isMarkup: boolean): { start: number; end: number } {
  let start = sign + 1;
  while (start - sign < 9 && /[ \t]/.test(text[start] ?? '')) start++;
  const quote = /^\\?["']/.exec(text.slice(start, start + 2))?.[0];
  if (quote !== undefined) {
    start += quote.length;
    const close = text.indexOf(quote, start);
    return { start, end: close < 0 ? text.length : close };
  }
  if (text.charCodeAt(sign) === colon) {
    // The name of a scheme: `token://`.
    if (text.startsWith('//', start)) return { start, end: start };
    scheme.lastIndex = start;
    start += scheme.exec(text)?.[0].length ?? 0;
  }
  const ending = isMarkup ? markup : text.charCodeAt(sign) === colon ? word : next;
  ending.lastIndex = start;
  return { start, end: ending.exec(text)?.index ?? text.length };
}
