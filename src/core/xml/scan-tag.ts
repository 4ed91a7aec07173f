/**
 * Start and end tags, half-typed ones included: a tag without its `>` ends before the next `<`.
 * Both return where reading goes on.
 */
import { type AttributeReader, skipSpace } from './attributes.ts';
import { nameEnd } from './characters.ts';
import type { FaultList } from './fault-list.ts';
import { type Entities, reportReference } from './report-reference.ts';
import { TokenKind, type TokenSink } from './token-list.ts';

/** `<`, `>`, `/`, `&` */
const opening = 0x3c;
const closing = 0x3e;
const slash = 0x2f;
const ampersand = 0x26;

/** Where the first of two characters stands, or the end of the text: reads no further than that. */
function indexOfEither(text: string, from: number, one: string, other: string): number {
  let at = from;
  while (at < text.length && text[at] !== one && text[at] !== other) at++;
  return at;
}

/** The tag that starts with `</` at `start`. */
export function scanEndTag(text: string, start: number, tokens: TokenSink, faults: FaultList): number {
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

/**
 * The tag that starts with `<` at `start` and whose name ends at `afterName`. Its attributes are
 * checked here, and read where they are asked for.
 */
export function scanStartTag(
  text: string,
  start: number,
  afterName: number,
  tokens: TokenSink,
  reader: AttributeReader,
  entities: Entities,
  faults: FaultList,
): number {
  // Most tags have no attributes: answer those without any more work.
  if (text.charCodeAt(afterName) === closing) {
    tokens.push(TokenKind.start, start, afterName + 1, afterName);
    return afterName + 1;
  }
  const check = new AttributeCheck(text, entities, faults);
  let at = afterName;
  for (;;) {
    const next = skipSpace(text, at);
    const spaced = next > at;
    at = next;
    const code = text.charCodeAt(at);
    if (code === closing || (code === slash && text.charCodeAt(at + 1) === closing)) {
      check.end();
      const kind = code === closing ? TokenKind.start : TokenKind.empty;
      const end = at + (code === closing ? 1 : 2);
      tokens.push(kind, start, end, afterName);
      return end;
    }
    if (at >= text.length || code === opening) {
      faults.add(`The tag <${text.slice(start + 1, afterName)} is not finished: add >.`, start, afterName);
      tokens.push(TokenKind.broken, start, at, afterName);
      return at;
    }
    if (reader.read(at)) check.attribute(reader, spaced);
    else check.junk(at, reader.end);
    at = reader.end;
  }
}

/** What is wrong with the attributes of one tag. */
class AttributeCheck {
  private readonly text: string;
  private readonly entities: Entities;
  private readonly faults: FaultList;
  private firstStart = -1;
  private firstEnd = -1;
  /** Kept from the second attribute on: most tags have one, which can't stand there twice. */
  private names: Set<string> | undefined;
  private junkStart = -1;
  private junkEnd = -1;

  constructor(text: string, entities: Entities, faults: FaultList) {
    this.text = text;
    this.entities = entities;
    this.faults = faults;
  }

  attribute({ nameStart, nameEnd, valueStart, valueEnd, end }: AttributeReader, spaced: boolean): void {
    const text = this.text;
    const faults = this.faults;
    if (!spaced && this.junkStart < 0) {
      const edits = [{ range: { start: nameStart, end: nameStart }, text: ' ' }];
      const fix = { title: 'Put a space before it', edits };
      faults.add('White space is missing before this attribute.', nameStart, nameEnd, fix);
    }
    if (this.firstStart < 0) {
      this.firstStart = nameStart;
      this.firstEnd = nameEnd;
    } else {
      this.names ??= new Set([text.slice(this.firstStart, this.firstEnd)]);
      const name = text.slice(nameStart, nameEnd);
      if (this.names.has(name)) faults.add(`The attribute ${name} stands here twice.`, nameStart, end);
      this.names.add(name);
    }
    for (let at = valueStart; at < valueEnd; at++) {
      if (text.charCodeAt(at) === ampersand) reportReference(text, at, this.entities, faults);
    }
  }

  junk(start: number, end: number): void {
    if (this.junkStart < 0) this.junkStart = start;
    this.junkEnd = end;
  }

  /** The tag is finished: only then is its content known to be wrong. */
  end(): void {
    if (this.junkStart < 0) return;
    const message = 'This belongs to no attribute: in a tag write name="value".';
    this.faults.add(message, this.junkStart, this.junkEnd);
  }
}
