/**
 * Start and end tags, half-typed ones included: a tag without its `>` ends before the next `<`.
 * Both return where reading goes on.
 */
import type { Range } from '../diagnostics.ts';
import { isXmlSpace, nameEnd } from './characters.ts';
import type { FaultList } from './fault-list.ts';
import { readReference } from './references.ts';
import { type Entities, reportReference } from './report-reference.ts';
import { TokenKind, type TokenList } from './token-list.ts';
import type { XmlAttribute } from './xml-document.ts';

/** `>` */
const closing = 0x3e;

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
export function scanEndTag(text: string, start: number, tokens: TokenList, faults: FaultList): number {
  const afterName = nameEnd(text, start + 2);
  const at = text.charCodeAt(afterName) === closing ? afterName : skipSpace(text, afterName);
  if (text.charCodeAt(at) === closing) {
    if (afterName === start + 2) faults.add('This end tag has no name.', start, at + 1);
    tokens.push(TokenKind.end, start, at + 1, afterName);
    return at + 1;
  }
  const close = indexOfEither(text, at, '<', '>');
  if (text.charCodeAt(close) === closing) {
    faults.add('An end tag holds its name and nothing else.', start, close + 1);
    tokens.push(TokenKind.end, start, close + 1, afterName);
    return close + 1;
  }
  const name = text.slice(start + 2, afterName);
  const edits = [{ range: { start: afterName, end: afterName }, text: '>' }];
  const fix = name === '' ? undefined : { title: 'Add >', edits };
  faults.add(`The end tag </${name} is not finished: add >.`, start, afterName, fix);
  tokens.push(TokenKind.end, start, afterName, afterName);
  return afterName;
}

/** The tag that starts with `<` at `start` and whose name ends at `afterName`. */
export function scanStartTag(
  text: string,
  start: number,
  afterName: number,
  tokens: TokenList,
  entities: Entities,
  faults: FaultList,
): number {
  // Most tags have no attributes: answer those without any more work.
  if (text.charCodeAt(afterName) === closing) {
    tokens.push(TokenKind.start, start, afterName + 1, afterName);
    return afterName + 1;
  }
  const attributes: XmlAttribute[] = [];
  let names: Set<string> | undefined;
  let junk: Range | undefined;
  const addJunk = (from: number, to: number) => {
    junk = { start: junk?.start ?? from, end: to };
  };
  let at = afterName;
  let kind: 2 | 3 | 4;
  for (;;) {
    const next = skipSpace(text, at);
    const spaced = next > at;
    at = next;
    const character = text[at];
    if (character === undefined || character === '<') {
      const name = text.slice(start + 1, afterName);
      faults.add(`The tag <${name} is not finished: add >.`, start, afterName);
      kind = TokenKind.broken;
      break;
    }
    if (character === '>') {
      at++;
      kind = TokenKind.start;
      break;
    }
    if (character === '/' && text[at + 1] === '>') {
      at += 2;
      kind = TokenKind.empty;
      break;
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
        faults.add('White space is missing before this attribute.', at, at + attribute.length, {
          title: 'Put a space before it',
          edits: [{ range: { start: at, end: at }, text: ' ' }],
        });
      // Most tags have one attribute, which can't stand there twice.
      if (attributes.length > 0) names ??= new Set(attributes.map((other) => other.name));
      if (names?.has(attribute)) faults.add(`The attribute ${attribute} stands here twice.`, at, read.end);
      names?.add(attribute);
      checkValue(text, read.attribute.valueRange, entities, faults);
      attributes.push(read.attribute);
    }
    at = read.end;
  }
  if (junk && kind !== TokenKind.broken) {
    faults.add('This belongs to no attribute: in a tag write name="value".', junk.start, junk.end);
  }
  const index = tokens.push(kind, start, at, afterName);
  if (attributes.length > 0) tokens.attributes.set(index, attributes);
  return at;
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
  if (!/[\t\r\n&]/.test(raw)) return raw;
  return raw.replaceAll(/\r\n|[\t\r\n]|&[^;&]*;/g, (found, offset: number) => {
    if (!found.startsWith('&')) return ' ';
    const read = readReference(raw, offset);
    return read.kind === 'text' ? read.text : found;
  });
}

function checkValue(text: string, { start, end }: Range, entities: Entities, faults: FaultList): void {
  const value = text.slice(start, end);
  if (!value.includes('&')) return;
  for (const match of value.matchAll(/&/g)) {
    reportReference(text, start + match.index, entities, faults);
  }
}
