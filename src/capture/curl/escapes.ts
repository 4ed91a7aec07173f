/** Backslash escapes of `$'…'` and of `printf`. */
import { utf8 } from '../../core/template/percent-encoding.ts';
import { latin1 } from '../byte-text.ts';

const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

/** The escape at the start of a text, and how many characters it takes. */
export function ansiEscape(text: string): { readonly text: string; readonly length: number } {
  const letter = letters[text[1] ?? ''];
  if (letter !== undefined) return { text: letter, length: 2 };
  const [all, hex, octal, short, long, control] =
    /^\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c([\s\S]))/.exec(text) ??
    [];
  if (all === undefined) return { text: text.slice(0, 2), length: Math.min(2, text.length) };
  const length = all.length;
  if (hex !== undefined) return { text: byte(Number.parseInt(hex, 16)), length };
  if (octal !== undefined) return { text: byte(Number.parseInt(octal, 8)), length };
  if (control !== undefined) return { text: byte(control.charCodeAt(0) & 0x1f), length };
  return { text: codePoint(Number.parseInt(short ?? long ?? '', 16)), length };
}

function byte(value: number): string {
  return String.fromCharCode(value & 0xff);
}

function codePoint(value: number): string {
  return value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)
    ? '?'
    : latin1(utf8(String.fromCodePoint(value)));
}

/** POSIX `printf`: escapes, `%%`, and `%s` of each argument once. */
export function printfText(format: string, args: readonly string[]): string {
  let next = 0;
  return format.replaceAll(/\\(?:[abfnrtv\\"'?e]|[0-7]{1,3}|x[0-9A-Fa-f]{1,2})|%[%s]/g, (found) => {
    if (found === '%%') return '%';
    if (found === '%s') return args[next++] ?? '';
    return ansiEscape(found).text;
  });
}
