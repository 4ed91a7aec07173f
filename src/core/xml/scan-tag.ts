/** Start and end tags, half-typed ones included: a tag without its `>` ends before the next `<`. */
import type { Range } from '../diagnostics.ts';
import { isXmlSpace, nameEnd } from './characters.ts';
import type { FaultList } from './fault-list.ts';
import { readReference } from './references.ts';
import { type Entities, reportReference } from './report-reference.ts';
import type { XmlAttribute } from './xml-document.ts';

const noAttributes: readonly XmlAttribute[] = [];

/** A class and not a literal: a document has as many of these as tags, and all of one shape are fast. */
export class ScannedTag {
  readonly kind: 'start' | 'end';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly selfClosing: boolean;
  /** Its `>` is missing. */
  readonly broken: boolean;
  readonly attributes: readonly XmlAttribute[];

  constructor(
    kind: 'start' | 'end',
    name: string,
    start: number,
    end: number,
    form: 'plain' | 'self-closing' | 'broken',
    attributes = noAttributes,
  ) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.name = name;
    this.selfClosing = form === 'self-closing';
    this.broken = form === 'broken';
    this.attributes = attributes;
  }
}

/** Where the first of two characters stands, or the end of the text: reads no further than that. */
function indexOfEither(text: string, from: number, one: string, other: string): number {
  let at = from;
  while (at < text.length && text[at] !== one && text[at] !== other) at++;
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isXmlSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The tag that starts with `</` at `start`. */
export function scanEndTag(text: string, start: number, faults: FaultList): ScannedTag {
  const afterName = nameEnd(text, start + 2);
  const tag = text.slice(start + 2, afterName);
  const at = skipSpace(text, afterName);
  if (text[at] === '>') {
    if (tag === '') faults.add('This end tag has no name.', start, at + 1);
    return new ScannedTag('end', tag, start, at + 1, 'plain');
  }
  const close = indexOfEither(text, at, '<', '>');
  if (text[close] === '>') {
    faults.add('An end tag holds its name and nothing else.', start, close + 1);
    return new ScannedTag('end', tag, start, close + 1, 'plain');
  }
  const message = `The end tag </${tag} is not finished: add >.`;
  if (tag === '') faults.add(message, start, afterName);
  else {
    const edits = [{ range: { start: afterName, end: afterName }, text: '>' }];
    faults.add(message, start, afterName, { title: 'Add >', edits });
  }
  return new ScannedTag('end', tag, start, afterName, 'broken');
}

/** The tag that starts with `<` at `start` and whose name ends at `afterName`. */
export function scanStartTag(
  text: string,
  start: number,
  afterName: number,
  entities: Entities,
  faults: FaultList,
): ScannedTag {
  const tag = text.slice(start + 1, afterName);
  // Most tags have no attributes: answer those without any more work.
  if (text[afterName] === '>') return new ScannedTag('start', tag, start, afterName + 1, 'plain');
  const attributes: XmlAttribute[] = [];
  const names = new Set<string>();
  let junk: Range | undefined;
  const addJunk = (from: number, to: number) => {
    junk = { start: junk?.start ?? from, end: to };
  };
  const reportJunk = () => {
    if (junk) faults.add(`This belongs to no attribute: in a tag write name="value".`, junk.start, junk.end);
  };
  let at = afterName;
  for (;;) {
    const next = skipSpace(text, at);
    const spaced = next > at;
    at = next;
    const character = text[at];
    if (character === undefined || character === '<') {
      faults.add(`The tag <${tag} is not finished: add >.`, start, afterName);
      return new ScannedTag('start', tag, start, at, 'broken', attributes);
    }
    if (character === '>') {
      reportJunk();
      return new ScannedTag('start', tag, start, at + 1, 'plain', attributes);
    }
    if (character === '/' && text[at + 1] === '>') {
      reportJunk();
      return new ScannedTag('start', tag, start, at + 2, 'self-closing', attributes);
    }
    const attribute = text.slice(at, nameEnd(text, at));
    if (attribute === '') {
      addJunk(at, at + 1);
      at++;
      continue;
    }
    const read = scanAttribute(text, at, attribute);
    if (read.attribute === null) {
      addJunk(at, read.end);
    } else {
      if (!spaced && !junk)
        faults.add('White space is missing before this attribute.', at, at + attribute.length);
      if (names.has(attribute)) faults.add(`The attribute ${attribute} stands here twice.`, at, read.end);
      names.add(attribute);
      checkValue(text, read.attribute.valueRange, entities, faults);
      attributes.push(read.attribute);
    }
    at = read.end;
  }
}

/** `name = "value"` from `at` on; without a sound value there is no attribute. */
function scanAttribute(
  text: string,
  at: number,
  attributeName: string,
): { attribute: XmlAttribute | null; end: number } {
  const afterName = at + attributeName.length;
  const equals = skipSpace(text, afterName);
  if (text[equals] !== '=') return { attribute: null, end: afterName };
  const open = skipSpace(text, equals + 1);
  const quote = text[open];
  if (quote !== '"' && quote !== "'") return { attribute: null, end: equals + 1 };
  // A quote that is never closed would swallow the document: a value ends before the next `<`.
  const close = indexOfEither(text, open + 1, quote, '<');
  if (text[close] !== quote) return { attribute: null, end: open + 1 };
  const valueRange = { start: open + 1, end: close };
  const value = attributeValue(text.slice(open + 1, close));
  return { attribute: { name: attributeName, value, valueRange }, end: close + 1 };
}

/** XML 1.0, section 3.3.3: typed white space becomes spaces, references are resolved. */
function attributeValue(raw: string): string {
  return raw.replaceAll(/\r\n|[\t\r\n]|&[^;&]*;/g, (found, offset: number) => {
    if (!found.startsWith('&')) return ' ';
    const read = readReference(raw, offset);
    return read.kind === 'text' ? read.text : found;
  });
}

function checkValue(text: string, { start, end }: Range, entities: Entities, faults: FaultList): void {
  for (const match of text.slice(start, end).matchAll(/&/g)) {
    reportReference(text, start + match.index, entities, faults);
  }
}
