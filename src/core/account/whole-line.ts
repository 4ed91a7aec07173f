import type { Fix, Range } from '../source/diagnostics.ts';
import type { XmlElement } from '../xml/xml-document.ts';

/** An element with its line, where it stands alone on it (ACC-6). */
export function withItsLine(text: string, { range }: XmlElement): Range {
  let start = range.start;
  while (isBlank(text[start - 1])) start--;
  let end = range.end;
  while (isBlank(text[end])) end++;
  if (!isLineEnd(text[start - 1]) || !isLineEnd(text[end])) return range;
  return { start, end: end + (text.startsWith('\r\n', end) ? 2 : 1) };
}

/** Removes an element; none for one without its end tag: where it ends is only taken to be so (ACC-5). */
export function removal(text: string, element: XmlElement): Fix | undefined {
  if (!element.selfClosing && !element.endTag) return undefined;
  return { title: `Remove this <${element.name}>`, edits: [{ range: withItsLine(text, element), text: '' }] };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
