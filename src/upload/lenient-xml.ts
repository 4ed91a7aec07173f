/**
 * XML as a lenient parser reads it, fast-xml-parser: what it makes of a text, well-formed or not, to the letter.
 * It decides nothing: its validator accepts several kinds of malformed XML, so the strict reader is ours.
 */
import { EntityDecoder } from '@nodable/entities';
import { XMLParser } from 'fast-xml-parser';

export interface LenientElement {
  /** From the root down to this element, prefixes included; the array is reused. */
  readonly names: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Text and CDATA that stand right in it, joined. */
  readonly text: string;
}

export type LenientXml =
  /** Elements in document order. */
  | { readonly kind: 'read'; readonly elements: Iterable<LenientElement> }
  /** Longer than `longestLenientXml`. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'gave-up' };

/** Characters: the parser keeps an object for each tag. */
export const longestLenientXml = 256 * 1024;

/** Before each name, where none has a space: the parser renames `toString` and refuses `constructor`. */
const nameMark = ' ';
const attributeMark = '@';

/** Never throws, whatever the text; gives up on what is nested more than 100 deep, as the parser does by itself. */
export function readLenientXml(text: string): LenientXml {
  if (text.length > longestLenientXml) return { kind: 'too-long' };
  try {
    return { kind: 'read', elements: elementsOf(newParser().parse(text)) };
  } catch {
    return { kind: 'gave-up' };
  }
}

/** Its defaults turn `007` into 7, trim, and keep `&#10;`; no entity of a document is expanded. */
function newParser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: attributeMark,
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Called twice for an empty element.
    transformTagName: (name) => (name.startsWith(nameMark) ? name : nameMark + name),
    // Else it writes the whole path for each element, which is quadratic.
    jPath: false,
    entityDecoder: new EntityDecoder({ onInputEntity: () => 'block' }),
  });
}

/** No recursion: depth is the server's. */
function* elementsOf(parsed: unknown): Generator<LenientElement> {
  const names: string[] = [];
  const open = [{ nodes: listOf(parsed), next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (top.next === top.nodes.length) {
      open.pop();
      names.pop();
      continue;
    }
    const node = top.nodes[top.next++] ?? {};
    const key = Object.keys(node).find((name) => name.startsWith(nameMark));
    if (key === undefined) continue;
    const nodes = listOf(node[key]);
    names.push(key.slice(nameMark.length));
    yield { names, attributes: attributesOf(node[':@']), text: nodes.map(textOf).join('') };
    open.push({ nodes, next: 0 });
  }
}

type ParsedNode = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is ParsedNode {
  return typeof value === 'object' && value !== null;
}

function listOf(value: unknown): readonly ParsedNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function textOf(node: ParsedNode): string {
  const text = node['#text'];
  return typeof text === 'string' ? text : '';
}

function attributesOf(value: unknown): LenientElement['attributes'] {
  if (!isNode(value)) return [];
  return Object.entries(value).map(([name, given]) => [name.slice(attributeMark.length), String(given)]);
}
