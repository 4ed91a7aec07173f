/** Pairs the tags of a text into a tree; never throws (ACC-5). */
import type { FaultList } from './fault-list.ts';
import { pairTags } from './pair-tags.ts';
import type { ScannedTag } from './scan-tag.ts';
import { scanXml, type XmlToken } from './scan-xml.ts';
import { decodeRuns, type SourceText, type TextRun } from './source-text.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';
import { OpenElement } from './xml-element.ts';

export function readXml(text: string): XmlDocument {
  const { tokens, faults, doctype, declaredEncoding } = scanXml(text);
  const partner = pairTags(tokens, faults);
  const root = buildTree(text, tokens, partner, faults);
  const sorted = faults.faults.toSorted((a, b) => a.range.start - b.range.start);
  return { root, faults: sorted, moreFaults: faults.more, doctype, declaredEncoding };
}

/** Well-formed XML 1.0: one root and no fault. */
export function isWellFormed(document: XmlDocument): boolean {
  return document.root !== null && document.faults.length === 0;
}

/** An element's own text and CDATA, decoded and with the place of every character (ACC-2). */
export function ownText(text: string, element: XmlElement): SourceText {
  const at = element.startTag.end;
  return decodeRuns(text, element.texts, { start: at, end: at });
}

function buildTree(
  text: string,
  tokens: readonly XmlToken[],
  partner: Int32Array,
  faults: FaultList,
): XmlElement | null {
  let root: XmlElement | null = null;
  let strayTextReported = false;
  const stack: OpenElement[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    switch (token.kind) {
      case 'text':
      case 'cdata': {
        const top = stack.at(-1);
        if (top) top.addText(token);
        else if (!strayTextReported) strayTextReported = reportStrayText(text, token, faults);
        break;
      }
      case 'end':
        if ((partner[index] ?? -1) < 0) break;
        while (stack.length > 0 && stack.at(-1)?.endToken !== index) stack.pop()?.close(token.start, -1);
        stack.pop()?.close(token.end, token.start);
        break;
      case 'start': {
        const endToken = partner[index] ?? -1;
        // A tag that is still being typed is no element yet.
        if (token.broken && endToken < 0) break;
        // ACC-5: an element without its end tag ends at the next start tag.
        while (endsAtNextTag(stack, token)) stack.pop()?.close(token.start, -1);
        const element = new OpenElement(token, endToken);
        const parent = stack.at(-1);
        if (parent) parent.addChild(element);
        else if (root === null) root = element;
        else faults.add('A document has one root element; this is another.', token.start, token.end);
        if (!token.selfClosing) stack.push(element);
        break;
      }
    }
  }
  while (stack.length > 0) stack.pop()?.close(text.length, -1);
  return root;
}

/** The root, and an account among several, hold elements: without an end tag they go on all the same. */
function endsAtNextTag(stack: readonly OpenElement[], next: ScannedTag): boolean {
  const element = stack.at(-1);
  if (element === undefined || element.endToken >= 0 || stack.length === 1) return false;
  const isAccountOfSeveral =
    stack.length === 2 && element.name === 'account' && stack[0]?.name === 'accounts';
  return !isAccountOfSeveral || next.name === 'account';
}

/** Returns whether there was a fault to report: white space may stand outside the root. */
function reportStrayText(text: string, run: TextRun, faults: FaultList): boolean {
  const written = text.slice(run.start, run.end);
  if (run.kind === 'text' && !/[^ \t\r\n]/.test(written)) return false;
  const start = run.start + written.search(/[^ \t\r\n]|$/);
  faults.add('Text stands outside the root element.', start, run.start + written.trimEnd().length);
  return true;
}
