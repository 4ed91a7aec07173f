import type { TextEdit } from '../source/diagnostics.ts';
import { isXmlSpace } from '../xml/characters.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { escapeText } from './escape-text.ts';

/** A new last child with its siblings' indentation (ACC-6). */
export function insertChild(
  text: string,
  parent: XmlElement,
  name: string,
  value: string,
  lineEnd: string,
): TextEdit {
  const element = `<${name}>${escapeText(value, '', lineEnd)}</${name}>`;
  if (parent.selfClosing) {
    const end = parent.startTag.end;
    const start = end - (/[ \t\r\n]*\/>$/.exec(text.slice(parent.startTag.start, end))?.[0].length ?? 2);
    return { range: { start, end }, text: `>${element}</${parent.name}>` };
  }
  const contentEnd = parent.endTag?.start ?? parent.range.end;
  const content = text.slice(parent.startTag.end, contentEnd);
  // After everything there, a comment about the last sibling included.
  let at = contentEnd;
  while (at > parent.startTag.end && isXmlSpace(text.charCodeAt(at - 1))) at--;
  return { range: { start: at, end: at }, text: indentation(text, parent, content, lineEnd) + element };
}

/** The line break and white space before the new child; nothing in a document without line breaks. */
function indentation(text: string, parent: XmlElement, content: string, lineEnd: string): string {
  const sibling = parent.children.findLast((child) => lineStart(text, child) !== null);
  if (sibling) return lineEnd + (lineStart(text, sibling) ?? '');
  if (parent.children.length > 0 || !/[\r\n]/.test(content)) return '';
  return `${lineEnd}${lineStart(text, parent) ?? ''}  `;
}

/** The white space before an element that starts its line; null where it does not. */
function lineStart(text: string, element: XmlElement): string | null {
  const start = Math.max(0, element.range.start - 1000);
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(start, element.range.start))?.[1] ?? null;
}
