/** Attributes of a start tag, read one after the other; values are decoded when asked for. */
import { isXmlSpace, nameEnd } from './characters.ts';
import { readReference } from './references.ts';
import type { XmlAttribute } from './xml-document.ts';

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isXmlSpace(text.charCodeAt(at))) at++;
  return at;
}

/**
 * Where one attribute stands. It is read into the fields of one reader for a whole document: a
 * megabyte has ten thousand attributes, and hardly any is ever asked for.
 */
export class AttributeReader {
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** Where reading goes on, after an attribute or after something else. */
  end = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** `name = "value"` at `at`; false where no attribute with a sound value stands there. */
  read(at: number): boolean {
    const text = this.text;
    this.nameStart = at;
    this.nameEnd = nameEnd(text, at);
    if (this.nameEnd === at) {
      this.end = at + 1;
      return false;
    }
    const equals = skipSpace(text, this.nameEnd);
    if (text[equals] !== '=') {
      this.end = this.nameEnd;
      return false;
    }
    const open = skipSpace(text, equals + 1);
    const quote = text.charCodeAt(open);
    if (quote !== doubleQuote && quote !== singleQuote) {
      this.end = equals + 1;
      return false;
    }
    // A quote that is never closed would swallow the document: a value ends before the next `<`.
    let close = open + 1;
    for (let code = text.charCodeAt(close); code !== quote; code = text.charCodeAt(++close)) {
      if (code === lessThan || close >= text.length) {
        this.end = open + 1;
        return false;
      }
    }
    this.valueStart = open + 1;
    this.valueEnd = close;
    this.end = close + 1;
    return true;
  }
}

const doubleQuote = 0x22;
const singleQuote = 0x27;
const lessThan = 0x3c;

/** Those of the tag whose name ends at `afterName` and which itself ends at `tagEnd`. */
export function readAttributes(text: string, afterName: number, tagEnd: number): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  const reader = new AttributeReader(text);
  for (let at = skipSpace(text, afterName); at < tagEnd; at = skipSpace(text, reader.end)) {
    if (!reader.read(at)) continue;
    const { valueStart, valueEnd } = reader;
    attributes.push({
      name: text.slice(at, reader.nameEnd),
      value: attributeValue(text.slice(valueStart, valueEnd)),
      valueRange: { start: valueStart, end: valueEnd },
    });
  }
  return attributes;
}

/** XML 1.0, section 3.3.3: typed white space becomes spaces, references are resolved. */
function attributeValue(raw: string): string {
  if (!/[\t\r\n&]/.test(raw)) return raw;
  return raw.replaceAll(/\r\n|[\t\r\n]|&[^;&]*;/g, (found, offset: number) => {
    if (!found.startsWith('&')) return ' ';
    const read = readReference(raw, offset);
    return read.kind === 'text' ? read.text : found;
  });
}
