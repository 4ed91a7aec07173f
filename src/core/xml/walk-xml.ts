/**
 * Walks the elements of a text that has to be well-formed, and keeps nothing but the tags that are open:
 * 64 MiB of tags are read in four bytes for each level. `readXml` is the tolerant one, with a tree.
 */
import { nameEnd } from './characters.ts';
import { FaultList } from './fault-list.ts';
import { IntStack } from './int-stack.ts';
import { scanXmlInto } from './scan-xml.ts';
import { TokenKind, type TokenSink } from './token-list.ts';
import type { XmlFault } from './xml-document.ts';

export interface XmlVisitor {
  /** A start tag; `open` has it already. `tagEnd` is after its `>`, `nameEnd` after its name. */
  start(open: OpenTags, tagEnd: number, nameEnd: number): void;
  /** Character data of the innermost open element. */
  text(kind: 'text' | 'cdata', start: number, end: number): void;
  /** The innermost element ends; `open` still has it. */
  end(open: OpenTags): void;
}

/** Returns the first fault, or null: then and only then the text is well-formed XML 1.0. */
export function walkXml(text: string, visitor: XmlVisitor): XmlFault | null {
  const faults = new FaultList(true);
  const walk = new Walk(text, visitor, faults);
  scanXmlInto(walk, text, faults);
  walk.finish();
  return faults.faults[0] ?? null;
}

/** The elements that are open, outermost first. */
export class OpenTags {
  readonly starts = new IntStack();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get depth(): number {
    return this.starts.length;
  }

  /** Where the innermost one starts. */
  get start(): number {
    return this.starts.top();
  }

  /** Its name. */
  get name(): string {
    return this.nameAt(this.depth - 1);
  }

  nameAt(index: number): string {
    const start = this.starts.at(index) + 1;
    return this.text.slice(start, nameEnd(this.text, start));
  }
}

const blank: XmlVisitor = { start: () => {}, text: () => {}, end: () => {} };

/** For whoever wants to know only whether it is well-formed. */
export function firstXmlFault(text: string): XmlFault | null {
  return walkXml(text, blank);
}

class Walk implements TokenSink {
  private readonly open: OpenTags;
  private readonly text: string;
  private readonly visitor: XmlVisitor;
  private readonly faults: FaultList;
  private hasRoot = false;

  constructor(text: string, visitor: XmlVisitor, faults: FaultList) {
    this.open = new OpenTags(text);
    this.text = text;
    this.visitor = visitor;
    this.faults = faults;
  }

  push(kind: number, start: number, end: number, endOfName = 0): void {
    if (this.faults.isEnough) return;
    switch (kind) {
      case TokenKind.text:
      case TokenKind.cdata:
        this.characters(kind === TokenKind.cdata ? 'cdata' : 'text', start, end);
        break;
      case TokenKind.end:
        this.close(start, end, endOfName);
        break;
      default:
        this.begin(kind, start, end, endOfName);
    }
  }

  finish(): void {
    if (this.faults.isEnough) return;
    if (this.open.depth > 0) {
      const name = this.open.nameAt(0);
      const start = this.open.starts.at(0);
      this.faults.add(`<${name}> has no end tag: add </${name}>.`, start, start + name.length + 1);
    } else if (!this.hasRoot) this.faults.add('There is no root element.', 0, 0);
  }

  private begin(kind: number, start: number, end: number, endOfName: number): void {
    if (this.open.depth === 0 && this.hasRoot) {
      this.faults.add('A document has one root element; this is another.', start, end);
      return;
    }
    this.hasRoot = true;
    this.open.starts.push(start);
    this.visitor.start(this.open, end, endOfName);
    if (kind !== TokenKind.empty) return;
    this.visitor.end(this.open);
    this.open.starts.pop();
  }

  private close(start: number, end: number, endOfName: number): void {
    const { open, text } = this;
    if (!this.isPartner(start + 2, endOfName)) {
      const closing = text.slice(start + 2, endOfName);
      const message =
        open.depth > 0
          ? `</${closing}> does not match <${open.name}>.`
          : `</${closing}> closes nothing that is open.`;
      this.faults.add(message, start, end);
      return;
    }
    this.visitor.end(open);
    open.starts.pop();
  }

  /** Whether the innermost element has the name that stands there; without making strings of them. */
  private isPartner(from: number, to: number): boolean {
    const { open, text } = this;
    if (open.depth === 0) return false;
    let own = open.start + 1;
    for (let at = from; at < to; at++, own++) if (text.charCodeAt(at) !== text.charCodeAt(own)) return false;
    return nameEnd(text, open.start + 1) === own;
  }

  private characters(kind: 'text' | 'cdata', start: number, end: number): void {
    if (this.open.depth > 0) this.visitor.text(kind, start, end);
    else if (kind === 'cdata' || /[^ \t\r\n]/.test(this.text.slice(start, end)))
      this.faults.add('Text stands outside the root element.', start, end);
  }
}
