/**
 * The tokens of a document as a struct of arrays: a megabyte of XML has a hundred thousand of
 * them, and as objects they would cost more than reading the text.
 */
import { isXmlSpace } from './characters.ts';
import type { XmlAttribute } from './xml-document.ts';

export const TokenKind = {
  text: 0,
  cdata: 1,
  /** `<name …>` */
  start: 2,
  /** `<name …/>` */
  empty: 3,
  /** A start tag without its `>`. */
  broken: 4,
  /** `</name>`, with its `>` or without. */
  end: 5,
} as const;

type Kind = (typeof TokenKind)[keyof typeof TokenKind];

export class TokenList {
  length = 0;
  /** Attributes of the tags that have some, by index. */
  readonly attributes = new Map<number, readonly XmlAttribute[]>();
  private kinds = new Uint8Array(1024);
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private nameEnds = new Int32Array(1024);
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** `nameEnd` is where a tag's name ends. Returns the token's index. */
  push(kind: Kind, start: number, end: number, nameEnd = 0): number {
    if (this.length === this.kinds.length) this.grow();
    this.kinds[this.length] = kind;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.nameEnds[this.length] = nameEnd;
    return this.length++;
  }

  kind(index: number): number {
    return this.kinds[index] ?? -1;
  }

  /** Of character data its first character, of a tag its `<`. */
  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.ends[index] ?? 0;
  }

  nameStart(index: number): number {
    return this.start(index) + (this.kind(index) === TokenKind.end ? 2 : 1);
  }

  nameEnd(index: number): number {
    return this.nameEnds[index] ?? 0;
  }

  name(index: number): string {
    return this.text.slice(this.nameStart(index), this.nameEnd(index));
  }

  /** Where a text ends but for the white space at its end; null where it is nothing else. */
  trimmedEnd(index: number): number | null {
    let end = this.end(index);
    while (end > this.start(index) && isXmlSpace(this.text.charCodeAt(end - 1))) end--;
    return end === this.start(index) ? null : end;
  }

  sameName(one: number, other: number): boolean {
    const a = this.nameStart(one);
    const b = this.nameStart(other);
    const length = this.nameEnd(one) - a;
    if (length !== this.nameEnd(other) - b) return false;
    for (let at = 0; at < length; at++) {
      if (this.text.charCodeAt(a + at) !== this.text.charCodeAt(b + at)) return false;
    }
    return true;
  }

  private grow(): void {
    const doubled = <T extends Uint8Array | Int32Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    const size = this.kinds.length * 2;
    this.kinds = doubled(this.kinds, new Uint8Array(size));
    this.starts = doubled(this.starts, new Int32Array(size));
    this.ends = doubled(this.ends, new Int32Array(size));
    this.nameEnds = doubled(this.nameEnds, new Int32Array(size));
  }
}
