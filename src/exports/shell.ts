/** Words for a POSIX shell, to the byte. */
import { hasUnseen } from '../core/source/escape-unseen.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import { isVariable, type TextPiece } from './exported-request.ts';

/**
 * What a terminal would obey, or an eye miss, is left to `printf` (`$'\033'` is no POSIX). What it
 * prints loses line breaks at its end: those are added after it.
 */
export function quote(text: string): string {
  return hasUnseen(text) ? printed(utf8(text)) : `'${text.replaceAll("'", "'\\''")}'`;
}

function printed(bytes: Uint8Array): string {
  const length = bytes.findLastIndex((byte) => byte !== 0x0a) + 1;
  const ends = '\n'.repeat(bytes.length - length);
  // A shell that people type into replaces `!` inside double quotes by an earlier command.
  const format = printfFormat(bytes.subarray(0, length)).replaceAll('!', '\\041');
  return `"$(printf '${format}')"${ends && `'${ends}'`}`;
}

/** One word of several pieces. */
export function quoteAll(pieces: readonly TextPiece[]): string {
  const words: string[] = [];
  let text = '';
  for (const piece of pieces) {
    if (!isVariable(piece)) text += piece;
    else {
      if (text !== '') words.push(quote(text));
      words.push(`"$${piece.variable}"`);
      text = '';
    }
  }
  return words.join('') + (text === '' && words.length > 0 ? '' : quote(text));
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Any bytes but NUL, which no argument holds. */
export function quoteBytes(bytes: Uint8Array): string {
  try {
    return quote(decoder.decode(bytes));
  } catch {
    return printed(bytes);
  }
}

/** Bytes as the format of `printf`: plain where they are plain, else octal escapes. */
export function printfFormat(bytes: Uint8Array): string {
  let format = '';
  for (const byte of bytes) {
    if (byte === 0x0d) format += '\\r';
    else if (byte === 0x0a) format += '\\n';
    else if (byte === 0x25) format += '%%';
    // A format that starts with a hyphen would be taken for an option.
    else if (byte === 0x2d && format === '') format += '\\055';
    else if (byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c)
      format += String.fromCharCode(byte);
    else format += `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return format;
}
