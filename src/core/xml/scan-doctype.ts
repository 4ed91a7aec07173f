import { namePattern } from './characters.ts';
import type { FaultList } from './fault-list.ts';
import type { Doctype } from './xml-document.ts';

const entityDeclaration = new RegExp(`<!ENTITY[ \\t\\r\\n]+(${namePattern})[ \\t\\r\\n]`, 'gu');
/** What may hide a bracket or `>`: comments, instructions, quoted strings. */
const significant = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|"[^"]*(?:"|$)|'[^']*(?:'|$)|[[\]>]/g;

/** Skips a document type declaration; nothing in it is processed (ACC-7). */
export function readDoctype(text: string, start: number, faults: FaultList): Doctype {
  let inSubset = false;
  let end = -1;
  let internal = '';
  significant.lastIndex = start + 9;
  for (let match = significant.exec(text); match; match = significant.exec(text)) {
    if (match[0] === '[') inSubset = true;
    else if (match[0] === ']') inSubset = false;
    else if (match[0] === '>' && !inSubset) end = match.index + 1;
    if (end >= 0) break;
  }
  if (end < 0) {
    faults.add('This document type declaration is not closed: add > at its end.', start, start + 9);
    end = skipDoctype(text, start);
  } else {
    internal = text.slice(start, end).replaceAll(/<!--[\s\S]*?-->/g, '');
  }
  const entities = new Set(Array.from(internal.matchAll(entityDeclaration), (match) => match[1] ?? ''));
  return { range: { start, end }, entities };
}

/** Where reading goes on behind a declaration that is not read. */
export function skipDoctype(text: string, start: number): number {
  const close = text.indexOf('>', start);
  return close < 0 ? text.length : close + 1;
}
