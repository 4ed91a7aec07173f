/** Fields of an XML body: the first element of that local name, at any depth (RES-5). */
import { readAttributes } from '../xml/attributes.ts';
import { decodeCharacterData } from '../xml/character-data.ts';
import { isXmlSpace } from '../xml/characters.ts';
import { firstXmlFault, type OpenTags, walkXml, type XmlVisitor } from '../xml/walk-xml.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import { type FieldSearch, isBlank, maxHints, type ParsedBody } from './field-search.ts';
import { isNearMiss } from './near-miss.ts';

export function parseXmlBody(text: string): ParsedBody {
  // The first one is gone already: XML allows no second.
  if (text.startsWith('\uFEFF'))
    return { parses: false, fault: 'A second byte order mark (U+FEFF) stands here.', offset: 0 };
  const fault = firstXmlFault(text);
  if (fault) return { parses: false, fault: fault.message, offset: fault.range.start };
  return { parses: true, find: (name) => findInXml(text, name) };
}

function findInXml(text: string, name: string): FieldSearch {
  const search = new FieldCollector(text, name);
  walkXml(text, search);
  const { found, withValue, passedOver, nearMisses } = search;
  const paths = pathsTo(
    text,
    [...(found ? [found] : []), ...passedOver, ...nearMisses].map(({ start }) => start),
  );
  const pathOf = (start: number) => paths.get(start) ?? '';
  return {
    found: found && { path: pathOf(found.start), value: found.value },
    others: Math.max(0, withValue - 1),
    passedOver: passedOver.map(({ start, instead }) => ({ path: pathOf(start), instead })),
    nearMisses: nearMisses.map(({ start, name: given, isAttribute }) =>
      isAttribute
        ? { name: given, path: `${pathOf(start)}/@${given}`, attribute: true }
        : { name: given, path: pathOf(start) },
    ),
  };
}

/** An element of the field's name that is open. */
interface OpenField {
  readonly start: number;
  readonly depth: number;
  hasElements: boolean;
  readonly texts: string[];
}

/** What is found is kept by where it starts: a path is as long as a body is deep, and hardly any is shown. */
class FieldCollector implements XmlVisitor {
  found: { readonly start: number; readonly value: string } | null = null;
  withValue = 0;
  passedOver: { readonly start: number; readonly instead: 'elements' | 'blank' }[] = [];
  readonly nearMisses: { readonly start: number; readonly name: string; readonly isAttribute: boolean }[] =
    [];
  private readonly fields: OpenField[] = [];
  private readonly document: string;
  private readonly name: string;
  private readonly shortest: number;
  private depth = 0;

  constructor(text: string, name: string) {
    this.document = text;
    this.name = name;
    // A near miss lacks its separator and one letter.
    this.shortest = name.length - 2;
  }

  start(open: OpenTags, tagEnd: number, nameEnd: number): void {
    const { start, depth } = open;
    this.depth = depth;
    const outer = this.fields.at(-1);
    if (outer?.depth === depth - 1) outer.hasElements = true;
    // Nearly all tags of a large reply are too short to hold the name: they are not looked at.
    if (tagEnd - start <= this.shortest) return;
    const name = this.document.slice(start + 1, nameEnd);
    const local = localName(name);
    if (local === this.name) this.fields.push({ start, depth, hasElements: false, texts: [] });
    else if (this.nearMisses.length < maxHints && isNearMiss(local, this.name))
      this.nearMisses.push({ start, name, isAttribute: false });
    if (this.nearMisses.length >= maxHints || tagEnd - nameEnd <= this.name.length) return;
    if (!this.document.slice(nameEnd, tagEnd).includes(this.name)) return;
    const attribute = readAttributes(this.document, nameEnd, tagEnd).find(
      (given) => localName(given.name) === this.name,
    );
    if (attribute) this.nearMisses.push({ start, name: attribute.name, isAttribute: true });
  }

  text(kind: 'text' | 'cdata', start: number, end: number): void {
    const field = this.fields.at(-1);
    if (field?.depth === this.depth)
      field.texts.push(decodeCharacterData(kind, this.document.slice(start, end)));
  }

  end({ depth }: OpenTags): void {
    this.depth = depth - 1;
    if (this.fields.at(-1)?.depth !== depth) return;
    const field = this.fields.pop();
    if (!field) return;
    const { start, texts, hasElements } = field;
    const value = trimXmlSpace(texts.join(''));
    if (!isBlank(value)) {
      this.withValue++;
      // One inside another ends first, but the outer one is the first in document order.
      if (this.found === null || start < this.found.start) this.found = { start, value };
    } else {
      const instead = hasElements ? 'elements' : 'blank';
      this.passedOver = [...this.passedOver, { start, instead } as const]
        .toSorted((one, other) => one.start - other.start)
        .slice(0, maxHints);
    }
  }
}

/** `/response/media_url`, local names (RES-6), for elements that start at these places. */
function pathsTo(text: string, starts: readonly number[]): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  const wanted = new Set(starts);
  if (wanted.size === 0) return paths;
  walkXml(text, {
    start: (open) => {
      if (!wanted.has(open.start)) return;
      const steps = Array.from({ length: open.depth }, (_, index) => `/${localName(open.nameAt(index))}`);
      paths.set(open.start, steps.join(''));
    },
    text: () => {},
    end: () => {},
  });
  return paths;
}

/** Every element with its ancestors, root first; the array is reused. No recursion: depth is the server's. */
export function* elementsOf(root: XmlElement): Generator<readonly XmlElement[]> {
  const way = [root];
  const next = [0];
  yield way;
  while (way.length > 0) {
    const index = next.pop() ?? 0;
    const child = way.at(-1)?.children[index];
    if (child === undefined) {
      way.pop();
      continue;
    }
    next.push(index + 1, 0);
    way.push(child);
    yield way;
  }
}

/** Without the namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** `/response/media_url`, local names (RES-6). */
export function xmlPath(way: readonly XmlElement[]): string {
  return way.map((element) => `/${localName(element.name)}`).join('');
}

/** As an Account XML's values are trimmed (ACC-2): these four characters and no others. */
export function trimXmlSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
