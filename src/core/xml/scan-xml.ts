/**
 * Cuts a text into the tokens of XML 1.0 and notes what is not well-formed. Anything that
 * starts no markup stands for its own characters (ACC-5).
 */
import { AttributeReader } from './attributes.ts';
import { forbiddenCharacters, isXmlSpace, nameEnd } from './characters.ts';
import { FaultList } from './fault-list.ts';
import { reportReference } from './report-reference.ts';
import { readDeclaration } from './scan-declaration.ts';
import { readDoctype, skipDoctype } from './scan-doctype.ts';
import { scanEndTag, scanStartTag } from './scan-tag.ts';
import { TokenKind, TokenList, type TokenSink } from './token-list.ts';
import type { DeclaredEncoding, Doctype } from './xml-document.ts';

export interface ScannedXml {
  /** Text, CDATA, start and end tags; comments and processing instructions are skipped. */
  readonly tokens: TokenList;
  readonly faults: FaultList;
  readonly doctype: Doctype | null;
  readonly declaredEncoding: DeclaredEncoding | null;
}

export function scanXml(text: string): ScannedXml {
  const tokens = new TokenList(text);
  const faults = new FaultList();
  const { doctype, declaredEncoding } = scanXmlInto(tokens, text, faults);
  return { tokens, faults, doctype, declaredEncoding };
}

/** Hands the tokens to `tokens` one by one; ends early where `faults` has enough. */
export function scanXmlInto(
  tokens: TokenSink,
  text: string,
  faults: FaultList,
): Pick<ScannedXml, 'doctype' | 'declaredEncoding'> {
  const scanner = new Scanner(tokens, text, faults);
  scanner.run();
  return scanner;
}

class Scanner {
  doctype: Doctype | null = null;
  declaredEncoding: DeclaredEncoding | null = null;
  private seenTag = false;
  private readonly tokens: TokenSink;
  private readonly faults: FaultList;
  private readonly text: string;
  private readonly attributes: AttributeReader;
  /** Next place of `&` and of `]]>`, looked for once as the text goes by. */
  private ampersand = -1;
  private cdataEnd = -1;

  constructor(tokens: TokenSink, text: string, faults: FaultList) {
    this.tokens = tokens;
    this.text = text;
    this.faults = faults;
    this.attributes = new AttributeReader(text);
  }

  run(): void {
    const { text } = this;
    let position = text.startsWith('\uFEFF') ? 1 : 0;
    while (position < text.length && !this.faults.isEnough) {
      const open = text.indexOf('<', position);
      this.pushText(position, open < 0 ? text.length : open);
      if (open < 0) break;
      position = this.markup(open);
    }
    if (this.faults.isEnough) return;
    for (const match of text.matchAll(forbiddenCharacters)) {
      const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const message = `XML can't hold the character U+${code}: remove it.`;
      this.faults.addReplaceable(message, match.index, match.index + 1, 'Remove it', '');
      if (this.faults.isEnough) return;
    }
  }

  /** Reads what the `<` at `open` starts; returns where reading goes on. */
  private markup(open: number): number {
    const { text, tokens, faults } = this;
    const afterName = nameEnd(text, open + 1);
    if (afterName > open + 1) {
      this.seenTag = true;
      return scanStartTag(text, open, afterName, tokens, this.attributes, this.doctype?.entities, faults);
    }
    switch (text[open + 1]) {
      case '/':
        return scanEndTag(text, open, tokens, faults);
      case '?':
        return this.instruction(open);
      case '!':
        if (text.startsWith('<!--', open)) return skipComment(text, open, faults);
        if (text.startsWith('<![CDATA[', open)) return this.cdata(open);
        if (text.startsWith('<!DOCTYPE', open)) return this.documentType(open);
    }
    faults.addReplaceable('This < starts no tag: write &lt;.', open, open + 1, 'Write &lt;', '&lt;');
    tokens.push(TokenKind.text, open, open + 1);
    return open + 1;
  }

  private pushText(start: number, end: number): void {
    if (start >= end) return;
    this.tokens.push(TokenKind.text, start, end);
    if (this.ampersand < start) this.ampersand = placeFrom(this.text, '&', start);
    while (this.ampersand < end && !this.faults.isEnough) {
      reportReference(this.text, this.ampersand, this.doctype?.entities, this.faults);
      this.ampersand = placeFrom(this.text, '&', this.ampersand + 1);
    }
    if (this.cdataEnd < start) this.cdataEnd = placeFrom(this.text, ']]>', start);
    while (this.cdataEnd < end && !this.faults.isEnough) {
      const at = this.cdataEnd;
      this.faults.addReplaceable(
        'Text may not hold ]]>: write ]]&gt;.',
        at,
        at + 3,
        'Write ]]&gt;',
        ']]&gt;',
      );
      this.cdataEnd = placeFrom(this.text, ']]>', at + 3);
    }
  }

  private cdata(open: number): number {
    const end = this.text.indexOf(']]>', open + 9);
    if (end < 0) this.faults.add('This CDATA section is not closed: add ]]> at its end.', open, open + 9);
    this.tokens.push(TokenKind.cdata, open + 9, end < 0 ? this.text.length : end);
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

function placeFrom(text: string, needle: string, from: number): number {
  const at = text.indexOf(needle, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
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
