/** Fields of an XML body: the first element of that local name, at any depth (RES-5). */
import { isXmlSpace } from '../xml/characters.ts';
import { ownText, readXml } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/xml-document.ts';
import {
  type FieldSearch,
  type FoundField,
  isBlank,
  maxHints,
  type NearMiss,
  type ParsedBody,
  type PassedOver,
} from './field-search.ts';
import { isNearMiss } from './near-miss.ts';

export function parseXmlBody(text: string): ParsedBody {
  // The first one is gone already: XML allows no second.
  if (text.startsWith('\uFEFF'))
    return { parses: false, fault: 'A second byte order mark (U+FEFF) stands here.', offset: 0 };
  const { root, faults } = readXml(text);
  const [fault] = faults;
  if (fault) return { parses: false, fault: fault.message, offset: fault.range.start };
  if (root === null) return { parses: false, fault: 'There is no root element.', offset: 0 };
  return { parses: true, find: (name) => findInXml(text, root, name) };
}

function findInXml(text: string, root: XmlElement, name: string): FieldSearch {
  let found: FoundField | null = null;
  let withValue = 0;
  const passedOver: PassedOver[] = [];
  const nearMisses: NearMiss[] = [];
  for (const way of elementsOf(root)) {
    const element = way.at(-1);
    if (element === undefined) break;
    const local = localName(element.name);
    if (local === name) {
      const value = trimXmlSpace(ownText(text, element).text);
      if (!isBlank(value)) {
        withValue++;
        found ??= { path: xmlPath(way), value };
      } else if (passedOver.length < maxHints) {
        passedOver.push({ path: xmlPath(way), instead: element.children.length > 0 ? 'elements' : 'blank' });
      }
    } else if (nearMisses.length < maxHints && isNearMiss(local, name)) {
      nearMisses.push({ name: element.name, path: xmlPath(way) });
    }
    const attribute = element.attributes.find((given) => localName(given.name) === name);
    if (attribute && nearMisses.length < maxHints) {
      nearMisses.push({ name: attribute.name, path: `${xmlPath(way)}/@${attribute.name}`, attribute: true });
    }
  }
  return { found, others: Math.max(0, withValue - 1), passedOver, nearMisses };
}

/** Every element with those it stands in, root first; the array is reused. No recursion: depth is the server's. */
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
function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

/** `/response/media_url`, local names (RES-6). */
export function xmlPath(way: readonly XmlElement[]): string {
  return way.map((element) => `/${localName(element.name)}`).join('');
}

/** As an Account XML's values are trimmed (ACC-2): these four characters and no others. */
function trimXmlSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
