/** Sound JSON or XML with text before or after it, such as a program's warning (RES-9). */
import { readClosedElements } from '../xml/read-xml.ts';
import type { BodyKind } from './content-kind.ts';
import type { FoundField } from './field-search.ts';
import { parseJsonBody } from './json-fields.ts';
import { scanJsonValue } from './scan-json.ts';
import { parseXmlBody } from './xml-fields.ts';

export interface WrappedText {
  readonly kind: BodyKind;
  /** Where in the whole the part that would do stands. */
  readonly start: number;
  readonly end: number;
  readonly field: FoundField;
}

/** The first such part that holds the field; null where there is none. */
export function findWrapped(text: string, name: string): WrappedText | null {
  return wrappedJson(text, name) ?? wrappedXml(text, name);
}

/** What is read in vain before the search ends, in multiples of the text: it stays linear. */
const triesInVain = 4;
/** A try costs at least so many characters. */
const leastCost = 16;

function wrappedJson(text: string, name: string): WrappedText | null {
  const last = text.lastIndexOf(`"${name}"`);
  const opening = /[{[]/g;
  let left = triesInVain * text.length + leastCost;
  for (let match = opening.exec(text); match && match.index < last && left > 0; match = opening.exec(text)) {
    const start = match.index;
    const end = scanJsonValue(text, start, () => {});
    if (typeof end !== 'number') {
      left -= Math.max(leastCost, end.readTo - start);
      continue;
    }
    const field = fieldIn(parseJsonBody(text.slice(start, end)), name);
    if (field) return { kind: 'json', start, end, field };
    opening.lastIndex = end;
  }
  return null;
}

function wrappedXml(text: string, name: string): WrappedText | null {
  let next = text.indexOf(name);
  for (const { range } of readClosedElements(text)) {
    if (next < 0) return null;
    if (next >= range.end) continue;
    const field = fieldIn(parseXmlBody(text.slice(range.start, range.end)), name);
    if (field) return { kind: 'xml', start: declarationStart(text, range.start), end: range.end, field };
    next = text.indexOf(name, range.end);
  }
  return null;
}

/** An XML declaration right before an element belongs to it. */
function declarationStart(text: string, element: number): number {
  const before = text.slice(0, element).trimEnd();
  const start = before.lastIndexOf('<?xml');
  return start >= 0 && before.indexOf('?>', start) === before.length - 2 ? start : element;
}

function fieldIn(parsed: ReturnType<typeof parseJsonBody>, name: string): FoundField | null {
  return parsed.parses ? parsed.find(name).found : null;
}
