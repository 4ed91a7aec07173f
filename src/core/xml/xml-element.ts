import type { Range } from '../diagnostics.ts';
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

const noAttributes: readonly XmlAttribute[] = [];

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
    return this.tree.tokens.attributes.get(this.index) ?? noAttributes;
  }

  get children(): readonly XmlElement[] {
    this.ownChildren ??= Array.from(
      contentOf(this.tree, this.index).children,
      (child) => new TokenElement(this.tree, child),
    );
    return this.ownChildren;
  }

  get texts(): readonly TextRun[] {
    const { tokens } = this.tree;
    return contentOf(this.tree, this.index).texts.map((index) => ({
      kind: tokens.kind(index) === TokenKind.cdata ? 'cdata' : 'text',
      start: tokens.start(index),
      end: tokens.end(index),
    }));
  }
}

/** Where content that ends before a token ends in the text. */
function contentPlace(tokens: TokenList, before: number | undefined): number {
  if (before !== undefined && before < tokens.length) return tokens.start(before);
  return tokens.length > 0 ? tokens.end(tokens.length - 1) : 0;
}

function contentOf(tree: TokenTree, index: number): { children: number[]; texts: number[] } {
  const { tokens, contentEnd } = tree;
  const children: number[] = [];
  const texts: number[] = [];
  if (tokens.kind(index) === TokenKind.empty) return { children, texts };
  const end = contentEnd[index] ?? -1;
  for (let at = index + 1; at < end; at = nextSibling(tree, at)) {
    const kind = tokens.kind(at);
    if (kind === TokenKind.text || kind === TokenKind.cdata) texts.push(at);
    else if (kind !== TokenKind.end && isElement(tokens, tree.partner, at)) children.push(at);
  }
  return { children, texts };
}

/** The token behind this one and, where it starts an element, behind that. */
export function nextSibling({ tokens, partner, contentEnd }: TokenTree, at: number): number {
  const kind = tokens.kind(at);
  if ((kind !== TokenKind.start && kind !== TokenKind.broken) || !isElement(tokens, partner, at))
    return at + 1;
  const end = partner[at] ?? -1;
  return end >= 0 ? end + 1 : (contentEnd[at] ?? at + 1);
}
