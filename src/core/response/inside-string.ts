/** JSON or XML that was written into a string of the body: serialised twice (RES-9). */
import { ownText, readXml } from '../xml/read-xml.ts';
import { type BodyKind, kindByFirstCharacter } from './content-kind.ts';
import type { FoundField } from './field-search.ts';
import { jsonPath, parseJsonBody } from './json-fields.ts';
import { decodeJsonString, scanJson } from './scan-json.ts';
import { elementsOf, parseXmlBody, xmlPath } from './xml-fields.ts';

export interface InsideString {
  /** Of the text that holds the other; `$` is the whole body. */
  readonly path: string;
  readonly kind: BodyKind;
  readonly field: FoundField;
}

/** Some serialise three times; more is not expected. */
const mostLayers = 3;

/** `outer` is as what the body was read. Null where no string holds the field. */
export function findInsideString(text: string, outer: BodyKind, name: string): InsideString | null {
  if (!text.includes(name)) return null;
  return outer === 'json' ? insideJson(text, name) : insideXml(text, name);
}

function insideJson(text: string, name: string): InsideString | null {
  let found: InsideString | null = null;
  const fault = scanJson(text, (kind, path, start, end) => {
    if (found || kind !== 'string') return;
    const inner = fieldWithin(decodeJsonString(text, start, end), name, mostLayers);
    if (inner) found = { path: jsonPath(path), ...inner };
  });
  return fault ? null : found;
}

function insideXml(text: string, name: string): InsideString | null {
  const { root } = readXml(text);
  for (const way of root ? elementsOf(root) : []) {
    const element = way.at(-1);
    const inner = element && fieldWithin(ownText(text, element).text, name, mostLayers);
    if (inner) return { path: xmlPath(way), ...inner };
  }
  return null;
}

function fieldWithin(text: string, name: string, layers: number): Omit<InsideString, 'path'> | null {
  if (layers === 0 || !text.includes(name)) return null;
  const trimmed = text.trim();
  if (trimmed.startsWith('"')) {
    let inner: string | null = null;
    const fault = scanJson(trimmed, (_kind, path, start, end) => {
      if (path.length === 0) inner = decodeJsonString(trimmed, start, end);
    });
    return fault || inner === null ? null : fieldWithin(inner, name, layers - 1);
  }
  const kind = kindByFirstCharacter(trimmed);
  if (kind === null) return null;
  const parsed = kind === 'json' ? parseJsonBody(trimmed) : parseXmlBody(trimmed);
  const field = parsed.parses ? parsed.find(name).found : null;
  return field && { kind, field };
}
