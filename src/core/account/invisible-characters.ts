/** Invisible characters in the value of a key: they are sent as they are (ACC-11). */
import type { Diagnostic, Fix } from '../source/diagnostics.ts';
import { sourceFix } from '../xml/source-fix.ts';
import { isUnbroken, type SourceText, sourceRange } from '../xml/source-text.ts';
import { invisibleCharacters, nameOfInvisible } from './invisible-names.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** `document` is the text that the value was read from. A run of one character is reported once. */
export function invisibleIn(document: string, value: SourceText): readonly Diagnostic[] {
  return Array.from(value.text.matchAll(invisibleCharacters)).flatMap((match): Diagnostic[] => {
    const [run, character = ''] = match;
    const place = { start: match.index, end: match.index + run.length };
    if (isJoiner(character) && joins(value.text, place)) return [];
    // No edit may take the place of a comment or the mark of a CDATA section within.
    const places = isUnbroken(value, place.start, place.end) ? [place] : singly(place);
    return places.map((one) => diagnostic(document, value, one, character));
  });
}

function singly({ start, end }: Place): readonly Place[] {
  return Array.from({ length: end - start }, (_, at) => ({ start: start + at, end: start + at + 1 }));
}

function diagnostic(document: string, value: SourceText, place: Place, character: string): Diagnostic {
  const { name, isSpace } = nameOfInvisible(character);
  const count = place.end - place.start;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const times = count === 1 ? 'A character' : `${count} characters`;
  const message = `${times} that nobody sees: U+${code}, ${name}. It is part of the value and is sent.`;
  const range = sourceRange(value, place.start, place.end);
  const fix = isSpace
    ? sourceFix(value, place, 'Write a plain space', ' '.repeat(count))
    : removal(document, value, place);
  return { rule: 'ACC-11', severity: 'warning', message, range, ...(fix && { fix }) };
}

/** None where what stands around it would be markup without it: `]]` and `>`, or a reference. */
function removal(document: string, value: SourceText, place: Place): Fix | undefined {
  const { start, end } = sourceRange(value, place.start, place.end);
  const before = document.slice(Math.max(0, start - 12), start);
  const after = document.slice(end, end + 12);
  const isReference = /&[#\w]*$/.test(before) && /^[#\w]*;/.test(after);
  if (isReference || /\]$/.test(before)) return undefined;
  return sourceFix(value, place, 'Remove it', '');
}

function isJoiner(character: string): boolean {
  return character === '\u200C' || character === '\u200D';
}

/** Joiners belong between letters of many scripts, and make one emoji of several. */
function joins(text: string, { start, end }: Place): boolean {
  const [before] = Array.from(text.slice(Math.max(0, start - 2), start)).slice(-1);
  const [after] = Array.from(text.slice(end, end + 2));
  return isJoinable(before) && isJoinable(after);
}

function isJoinable(character: string | undefined): boolean {
  if (character === undefined || character <= '\u007F') return false;
  return /^[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u.test(character);
}
