import { namePattern } from './characters.ts';
import type { FaultList } from './fault-list.ts';
import type { Doctype } from './xml-document.ts';

const named = new RegExp(`<!DOCTYPE[ \\t\\r\\n]+${namePattern}`, 'uy');
/** What may hide a bracket or `>`: comments, instructions, quoted strings. Entities by the way. */
const significant = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<\\?[\\s\\S]*?(?:\\?>|$)|<!ENTITY[ \\t\\r\\n]+(${namePattern})(?=[ \\t\\r\\n])|"[^"]*(?:"|$)|'[^']*(?:'|$)|[\\[\\]>]`,
  'gu',
);

/** Skips a document type declaration; nothing in it is processed (ACC-7). */
export function readDoctype(text: string, start: number, faults: FaultList): Doctype {
  const entities = new Set<string>();
  let inSubset = false;
  let end = -1;
  significant.lastIndex = start + 9;
  for (let match = significant.exec(text); match; match = significant.exec(text)) {
    if (match[1] !== undefined && inSubset) entities.add(match[1]);
    if (match[0] === '[') inSubset = true;
    else if (match[0] === ']') inSubset = false;
    else if (match[0] === '>' && !inSubset) end = match.index + 1;
    if (end >= 0) break;
  }
  named.lastIndex = start;
  if (end < 0) {
    faults.add('This document type declaration is not closed: add > at its end.', start, start + 9);
    // What was read so far ran on to the end of the text: it declares nothing.
    return { range: { start, end: skipDoctype(text, start) }, entities: new Set() };
  }
  if (!named.test(text)) faults.add('A document type declaration names the root element.', start, end);
  return { range: { start, end }, entities };
}

/** Where reading goes on after a declaration that is not read. */
export function skipDoctype(text: string, start: number): number {
  const close = text.indexOf('>', start);
  return close < 0 ? text.length : close + 1;
}
