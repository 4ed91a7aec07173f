/** Text of a key that was escaped for XML twice, as programs do (ACC-10). */
import type { Diagnostic, Fix, Range } from '../source/diagnostics.ts';
import { readReference } from '../xml/references.ts';
import { sourceFix } from '../xml/source-fix.ts';
import { type SourceText, sourceRange } from '../xml/source-text.ts';

/** A reference that decoding left, however often its `&` was escaped. */
const leftReference = /&(?:(?:amp|#38|#x26);)*((?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/g;

/** `document` is the text that the value was read from. */
export function doubleEscapes(document: string, value: SourceText): readonly Diagnostic[] {
  return Array.from(value.text.matchAll(leftReference)).flatMap((match): Diagnostic[] => {
    const [read, last = ''] = match;
    const meant = readReference(`&${last}`, 0);
    if (meant.kind !== 'text') return [];
    const place = { start: match.index, end: match.index + read.length };
    const range = sourceRange(value, place.start, place.end);
    const message = `Escaped twice: the app reads ${read.slice(0, 40)} here, where ${named(meant.text)} was meant.`;
    const fix = fixOf(document, value, place, range, last, meant.text);
    return [{ rule: 'ACC-10', severity: 'warning', message, range, ...(fix && { fix }) }];
  });
}

function fixOf(
  document: string,
  value: SourceText,
  place: Range,
  range: Range,
  last: string,
  meant: string,
): Fix | undefined {
  const title = 'Escape it once';
  const isCdata = document.slice(range.start, range.end) === value.text.slice(place.start, place.end);
  if (!isCdata) return sourceFix(value, place, title, `&${last}`);
  // In CDATA nothing is escaped; what would end the section can't stand there.
  const around =
    document.slice(range.start - 2, range.start) + meant + document.slice(range.end, range.end + 2);
  return around.includes(']]>') ? undefined : sourceFix(value, place, title, meant);
}

/** A character as people can read it. */
function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : `U+${code}`;
}
