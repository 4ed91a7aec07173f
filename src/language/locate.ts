/**
 * Where in a document an offset stands. The tree gives the innermost element; what stands around the
 * offset inside of it, half-typed tags included, is read again from the nearest sibling on.
 */
import type { Range } from '../core/source/diagnostics.ts';
import { lastAtOrBefore } from '../core/source/last-at-or-before.ts';
import { nameEnd } from '../core/xml/characters.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';
import { type InTag, inStartTag } from './locate-in-tag.ts';

export type Place =
  /** In character data of the last element of `path`. */
  | { readonly kind: 'content'; readonly path: readonly XmlElement[]; readonly inCdata: boolean }
  /** In or after the name of a start tag; `path` ends with what holds the tag. */
  | {
      readonly kind: 'tag-name';
      readonly path: readonly XmlElement[];
      /** From `<` to the end of the name. */
      readonly range: Range;
      /** The tag's element, where it is one already. */
      readonly element: XmlElement | null;
    }
  /** In an end tag that belongs to the last element of `path`, or that is still being typed. */
  | { readonly kind: 'end-tag'; readonly path: readonly XmlElement[]; readonly range: Range }
  | (InTag & {
      readonly path: readonly XmlElement[];
      /** The tag's element, where it is one already. */
      readonly element: XmlElement | null;
    })
  /** In a comment, an instruction, a declaration, or outside the root. */
  | { readonly kind: 'nothing' };

const nothing: Place = { kind: 'nothing' };

export function locate(text: string, root: XmlElement | null, offset: number): Place {
  const path = root ? pathTo(root, offset) : [];
  const element = path.at(-1);
  if (element === undefined) {
    const place = readUpTo(text, text.startsWith('\uFEFF') ? 1 : 0, offset, []);
    return root === null || place.kind === 'tag-name' ? place : nothing;
  }
  const { startTag, endTag } = element;
  if (offset < startTag.end) return inTag(text, startTag.start, offset, path.slice(0, -1), element);
  if (endTag && offset > endTag.start) return { kind: 'end-tag', path, range: endTag };
  const before = lastStartingBefore(element.children, offset);
  return readUpTo(text, before ? before.range.end : startTag.end, offset, path);
}

/** The elements that hold the offset, outermost first. */
function pathTo(root: XmlElement, offset: number): XmlElement[] {
  const path: XmlElement[] = [];
  for (let element: XmlElement | undefined = root; element && holds(element, offset); ) {
    path.push(element);
    element = lastStartingBefore(element.children, offset);
  }
  return path;
}

/** An element that is not closed goes on at its end: there it is being typed. */
function holds(element: XmlElement, offset: number): boolean {
  const { start, end } = element.range;
  return offset > start && (offset < end || (offset === end && isOpen(element)));
}

/** Whether an element lacks its end tag. */
export function isOpen(element: XmlElement): boolean {
  return element.endTag === null && !element.selfClosing;
}

function lastStartingBefore(elements: readonly XmlElement[], offset: number): XmlElement | undefined {
  const startOf = (index: number) => elements[index]?.range.start ?? 0;
  const last = elements[lastAtOrBefore(elements.length, startOf, offset - 1)];
  return last && last.range.start < offset ? last : undefined;
}

/** Reads the markup from `from` on, which is outside of all markup, up to the offset. */
function readUpTo(text: string, from: number, offset: number, path: readonly XmlElement[]): Place {
  let at = from;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0 || open >= offset) return { kind: 'content', path, inCdata: false };
    if (text.startsWith('<![CDATA[', open)) {
      const end = endOf(text, ']]>', open + 9);
      if (offset < open + 9) return nothing;
      if (offset <= end - 3 || !text.startsWith(']]>', end - 3))
        return { kind: 'content', path, inCdata: true };
      if (offset < end) return nothing;
      at = end;
      continue;
    }
    if (text[open + 1] === '!' || text[open + 1] === '?') {
      const comment = text.startsWith('<!--', open);
      at = endOf(text, comment ? '-->' : text[open + 1] === '?' ? '?>' : '>', open + (comment ? 4 : 2));
      if (offset < at || (offset === at && text[at - 1] !== '>')) return nothing;
      continue;
    }
    if (text[open + 1] === '/') {
      const close = nextOf(text, open + 2, '<>');
      const end = text[close] === '>' ? close + 1 : nameEnd(text, open + 2);
      if (offset <= end - (text[close] === '>' ? 1 : 0))
        return { kind: 'end-tag', path, range: { start: open, end } };
      at = end;
      continue;
    }
    if (nameEnd(text, open + 1) === open + 1) {
      if (offset === open + 1)
        return { kind: 'tag-name', path, range: { start: open, end: offset }, element: null };
      at = open + 1;
      continue;
    }
    // A finished tag would be an element of the tree: this one is still being typed.
    const end = nextOf(text, open + 1, '<');
    if (offset <= end) return inTag(text, open, offset, path, null);
    at = end;
  }
}

function inTag(
  text: string,
  open: number,
  offset: number,
  path: readonly XmlElement[],
  element: XmlElement | null,
): Place {
  const end = nameEnd(text, open + 1);
  if (offset <= end) return { kind: 'tag-name', path, range: { start: open, end }, element };
  const place = inStartTag(text, end, offset, text.slice(open + 1, end));
  return place ? { ...place, path, element } : nothing;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function nextOf(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && !characters.includes(text[at] ?? '')) at++;
  return at;
}
