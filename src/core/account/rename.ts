import type { Fix } from '../source/diagnostics.ts';
import type { XmlElement } from '../xml/xml-document.ts';

/** Renames an element: its start tag and, where there is one, its end tag. */
export function rename(node: XmlElement, name: string): Fix {
  const edits = [{ range: node.nameRange, text: name }];
  if (node.endTag) {
    const start = node.endTag.start + 2;
    edits.push({ range: { start, end: start + node.name.length }, text: name });
  }
  return { title: `Rename to ${name}`, edits };
}
