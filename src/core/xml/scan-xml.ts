/**
 * Cuts a text into the tokens of XML 1.0 and notes what is not well-formed. Anything that
 * starts no markup stands for its own characters (ACC-5).
 */
import { forbiddenCharacters, isXmlSpace, nameEnd } from './characters.ts';
import { FaultList } from './fault-list.ts';
import { reportReference } from './report-reference.ts';
import { readDeclaration } from './scan-declaration.ts';
import { readDoctype, skipDoctype } from './scan-doctype.ts';
import { type ScannedTag, scanEndTag, scanStartTag } from './scan-tag.ts';
import type { TextRun } from './source-text.ts';
import type { DeclaredEncoding, Doctype } from './xml-document.ts';

export type XmlToken = TextRun | ScannedTag;

export interface ScannedXml {
  /** Text, CDATA, start and end tags; comments and processing instructions are skipped. */
  readonly tokens: readonly XmlToken[];
  readonly faults: FaultList;
  readonly doctype: Doctype | null;
  readonly declaredEncoding: DeclaredEncoding | null;
}

export function scanXml(text: string): ScannedXml {
  const scanner = new Scanner(text);
  scanner.run();
  return scanner;
}

class Scanner implements ScannedXml {
  readonly tokens: XmlToken[] = [];
  readonly faults = new FaultList();
  doctype: Doctype | null = null;
  declaredEncoding: DeclaredEncoding | null = null;
  private seenTag = false;
  private readonly text: string;
  private readonly nextAmpersand: (from: number) => number;
  private readonly nextCdataEnd: (from: number) => number;

  constructor(text: string) {
    this.text = text;
    this.nextAmpersand = cursorFor(text, '&');
    this.nextCdataEnd = cursorFor(text, ']]>');
  }

  run(): void {
    const { text } = this;
    let position = text.startsWith('\uFEFF') ? 1 : 0;
    while (position < text.length) {
      const open = text.indexOf('<', position);
      this.pushText(position, open < 0 ? text.length : open);
      if (open < 0) break;
      position = this.markup(open);
    }
    for (const match of text.matchAll(forbiddenCharacters)) {
      const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      this.faults.add(`XML can't hold the character U+${code}: remove it.`, match.index, match.index + 1);
    }
  }

  /** Reads what the `<` at `open` starts; returns where reading goes on. */
  private markup(open: number): number {
    const { text, tokens, faults } = this;
    switch (text[open + 1]) {
      case '/': {
        const tag = scanEndTag(text, open, faults);
        tokens.push(tag);
        return tag.end;
      }
      case '?':
        return this.instruction(open);
      case '!':
        if (text.startsWith('<!--', open)) return skipComment(text, open, faults);
        if (text.startsWith('<![CDATA[', open)) return this.cdata(open);
        if (text.startsWith('<!DOCTYPE', open)) return this.documentType(open);
        break;
      default: {
        const afterName = nameEnd(text, open + 1);
        if (afterName === open + 1) break;
        const tag = scanStartTag(text, open, afterName, this.doctype?.entities, faults);
        this.seenTag = true;
        tokens.push(tag);
        return tag.end;
      }
    }
    faults.addReplaceable('This < starts no tag: write &lt;.', open, open + 1, 'Write &lt;', '&lt;');
    tokens.push({ kind: 'text', start: open, end: open + 1 });
    return open + 1;
  }

  private pushText(start: number, end: number): void {
    if (start >= end) return;
    this.tokens.push({ kind: 'text', start, end });
    for (let at = this.nextAmpersand(start); at < end; at = this.nextAmpersand(at + 1)) {
      reportReference(this.text, at, this.doctype?.entities, this.faults);
    }
    for (let at = this.nextCdataEnd(start); at < end; at = this.nextCdataEnd(at + 3)) {
      this.faults.addReplaceable(
        'Text may not hold ]]>: write ]]&gt;.',
        at,
        at + 3,
        'Write ]]&gt;',
        ']]&gt;',
      );
    }
  }

  private cdata(open: number): number {
    const end = this.text.indexOf(']]>', open + 9);
    if (end < 0) this.faults.add('This CDATA section is not closed: add ]]> at its end.', open, open + 9);
    this.tokens.push({ kind: 'cdata', start: open + 9, end: end < 0 ? this.text.length : end });
    return end < 0 ? this.text.length : end + 3;
  }

  private documentType(open: number): number {
    if (this.doctype !== null) {
      const end = skipDoctype(this.text, open);
      this.faults.add('Only one document type declaration may stand here.', open, end);
      return end;
    }
    this.doctype = readDoctype(this.text, open, this.faults);
    const { end } = this.doctype.range;
    if (this.seenTag) this.faults.add('A document type declaration must stand before the root.', open, end);
    return end;
  }

  /** A processing instruction or the XML declaration (XML 1.0, sections 2.6 and 2.8). */
  private instruction(open: number): number {
    const { text, faults } = this;
    const close = text.indexOf('?>', open + 2);
    if (close < 0) {
      faults.add('This processing instruction is not closed: add ?> at its end.', open, open + 2);
      return text.length;
    }
    const end = close + 2;
    const afterTarget = nameEnd(text, open + 2);
    const target = text.slice(open + 2, afterTarget);
    const separated = afterTarget === close || isXmlSpace(text.charCodeAt(afterTarget));
    const atStart = open === (text.startsWith('\uFEFF') ? 1 : 0);
    if (target === 'xml' && atStart) this.declaredEncoding = readDeclaration(text, open, end, faults);
    else if (target.toLowerCase() === 'xml')
      faults.add('The XML declaration must stand at the very start of the document.', open, end);
    else if (target === '' || !separated)
      faults.add('A processing instruction starts with a name.', open, end);
    return end;
  }
}

/** Next place of `needle` at or after an offset that only grows: one search over the text in all. */
function cursorFor(text: string, needle: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) next = text.indexOf(needle, from);
    if (next < 0) next = Number.POSITIVE_INFINITY;
    return next;
  };
}

/** Returns where reading goes on. `--` inside a comment is a fault (XML 1.0, section 2.5). */
function skipComment(text: string, open: number, faults: FaultList): number {
  const end = text.indexOf('-->', open + 4);
  if (end < 0) {
    faults.add('This comment is not closed: add --> at its end.', open, open + 4);
    return text.length;
  }
  // The last `-` before `-->` counts too: `--->` is no end of a comment.
  const double = text.indexOf('--', open + 4);
  if (double < end) faults.add('A comment may not hold --.', double, double + 2);
  return end + 3;
}
