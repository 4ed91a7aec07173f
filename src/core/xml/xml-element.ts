import type { Range } from '../source/diagnostics.ts';
import { isElement } from './content-ends.ts';
import type { TextRun } from './source-text.ts';
import { TokenKind, type TokenList } from './token-list.ts';
import type { XmlAttribute, XmlElement } from './xml-document.ts';

/** The tokens of a document with their structure. */
export interface TokenTree {
  readonly tokens: TokenList;
  /** For each tag its partner, or -1. */
  readonly partner: Int32Array;
  /** For each start tag the token before which its content ends. */
  readonly contentEnd: Int32Array;
}

/** An element as a view of the tokens: made when it is asked for, which most never are. */
export class TokenElement implements XmlElement {
  private readonly tree: TokenTree;
  private readonly index: number;
  private ownName: string | undefined;
  private ownChildren: readonly XmlElement[] | undefined;

  constructor(tree: TokenTree, index: number) {
    this.tree = tree;
    this.index = index;
  }

  get name(): string {
    this.ownName ??= this.tree.tokens.name(this.index);
    return this.ownName;
  }

  get range(): Range {
    const { tokens, contentEnd } = this.tree;
    const end =
      this.endTag?.end ??
      (this.selfClosing ? this.startTag.end : contentPlace(tokens, contentEnd[this.index]));
    return { start: tokens.start(this.index), end };
  }

  get nameRange(): Range {
    const { tokens } = this.tree;
    return { start: tokens.nameStart(this.index), end: tokens.nameEnd(this.index) };
  }

  get startTag(): Range {
    const { tokens } = this.tree;
    return { start: tokens.start(this.index), end: tokens.end(this.index) };
  }

  get endTag(): Range | null {
    const { tokens, partner } = this.tree;
    const end = partner[this.index] ?? -1;
    return end < 0 ? null : { start: tokens.start(end), end: tokens.end(end) };
  }

  get selfClosing(): boolean {
    return this.tree.tokens.kind(this.index) === TokenKind.empty;
  }

  get attributes(): readonly XmlAttribute[] {
    return this.tree.tokens.attributes(this.index);
  }

  get children(): readonly XmlElement[] {
    this.ownChildren ??= this.readChildren();
    return this.ownChildren;
  }

  private readChildren(): readonly XmlElement[] {
    const { tree } = this;
    const children: XmlElement[] = [];
    for (
      let at = this.index + 1, end = contentEndOf(tree, this.index);
      at < end;
      at = nextSibling(tree, at)
    ) {
      const kind = tree.tokens.kind(at);
      if (kind >= TokenKind.start && kind !== TokenKind.end && isElement(tree.tokens, tree.partner, at))
        children.push(new TokenElement(tree, at));
    }
    return children;
  }

  get texts(): readonly TextRun[] {
    const { tree } = this;
    const texts: TextRun[] = [];
    for (
      let at = this.index + 1, end = contentEndOf(tree, this.index);
      at < end;
      at = nextSibling(tree, at)
    ) {
      const kind = tree.tokens.kind(at);
      if (kind !== TokenKind.text && kind !== TokenKind.cdata) continue;
      const range = { start: tree.tokens.start(at), end: tree.tokens.end(at) };
      texts.push({ kind: kind === TokenKind.cdata ? 'cdata' : 'text', ...range });
    }
    return texts;
  }
}

/** Where content that ends before a token ends in the text. */
function contentPlace(tokens: TokenList, before: number | undefined): number {
  if (before !== undefined && before < tokens.length) return tokens.start(before);
  return tokens.length > 0 ? tokens.end(tokens.length - 1) : 0;
}

/** The token before which the content of an element ends; an empty tag has none. */
function contentEndOf({ tokens, contentEnd }: TokenTree, index: number): number {
  return tokens.kind(index) === TokenKind.empty ? index : (contentEnd[index] ?? -1);
}

/** The token after this one and, where it starts an element, after that. */
export function nextSibling({ tokens, partner, contentEnd }: TokenTree, at: number): number {
  const kind = tokens.kind(at);
  if ((kind !== TokenKind.start && kind !== TokenKind.broken) || !isElement(tokens, partner, at))
    return at + 1;
  const end = partner[at] ?? -1;
  return end >= 0 ? end + 1 : (contentEnd[at] ?? at + 1);
}
