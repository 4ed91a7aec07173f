/** Reads a text into a tree; never throws (ACC-5). */

import { isXmlSpace } from './characters.ts';
import { contentEnds, isElement } from './content-ends.ts';
import type { FaultList } from './fault-list.ts';
import { pairTags } from './pair-tags.ts';
import { scanXml } from './scan-xml.ts';
import { decodeRuns, type SourceText } from './source-text.ts';
import { TokenKind } from './token-list.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';
import { nextSibling, TokenElement, type TokenTree } from './xml-element.ts';

export function readXml(text: string): XmlDocument {
  const { tokens, faults, doctype, declaredEncoding } = scanXml(text);
  const paired = pairTags(tokens, faults);
  const tree = { tokens, partner: paired.partner, contentEnd: contentEnds(tokens, paired) };
  const root = findRoot(text, tree, faults);
  const sorted = faults.faults.toSorted((a, b) => a.range.start - b.range.start);
  return { root, faults: sorted, moreFaults: faults.more, doctype, declaredEncoding };
}

/** Elements with their end tags that stand in no other such: a document has one, a page of fragments many. */
export function* readClosedElements(text: string): Generator<XmlElement> {
  const { tokens, faults } = scanXml(text);
  const { partner } = pairTags(tokens, faults);
  const tree = { tokens, partner, contentEnd: partner };
  for (let at = 0; at < tokens.length; at++) {
    const isClosed = tokens.kind(at) === TokenKind.empty || (partner[at] ?? -1) > at;
    if (!isClosed) continue;
    yield new TokenElement(tree, at);
    at = Math.max(at, partner[at] ?? -1);
  }
}

/** Every element in the order of their start tags, those too that stand in no root. */
export function* readAllElements(text: string): Generator<XmlElement> {
  const { tokens, faults } = scanXml(text);
  const paired = pairTags(tokens, faults);
  const tree = { tokens, partner: paired.partner, contentEnd: contentEnds(tokens, paired) };
  for (let at = 0; at < tokens.length; at++) if (startsElement(tree, at)) yield new TokenElement(tree, at);
}

function startsElement({ tokens, partner }: TokenTree, at: number): boolean {
  const kind = tokens.kind(at);
  return kind >= TokenKind.start && kind !== TokenKind.end && isElement(tokens, partner, at);
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

/** The first element; whatever else stands beside it is a fault. */
function findRoot(text: string, tree: TokenTree, faults: FaultList): XmlElement | null {
  const { tokens } = tree;
  let root: XmlElement | null = null;
  let strayTextReported = false;
  for (let at = 0; at < tokens.length; at = nextSibling(tree, at)) {
    const kind = tokens.kind(at);
    if (kind === TokenKind.text || kind === TokenKind.cdata) {
      if (!strayTextReported) {
        strayTextReported = reportStrayText(text, kind, tokens.start(at), tokens.end(at), faults);
      }
    } else if (startsElement(tree, at)) {
      if (root === null) root = new TokenElement(tree, at);
      else faults.add('A document has one root element; this is another.', tokens.start(at), tokens.end(at));
    }
  }
  return root;
}

/** Returns whether there was a fault to report: white space may stand outside the root. */
function reportStrayText(text: string, kind: number, from: number, to: number, faults: FaultList): boolean {
  if (kind === TokenKind.text && !/[^ \t\r\n]/.test(text.slice(from, to))) return false;
  let start = from;
  while (start < to && isXmlSpace(text.charCodeAt(start))) start++;
  let end = to;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  faults.add('Text stands outside the root element.', start, end);
  return true;
}
