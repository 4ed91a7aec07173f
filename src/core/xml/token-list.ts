/**
 * The tokens of a document as a struct of arrays: a megabyte of XML has a hundred thousand of
 * them, and as objects they would cost more than reading the text.
 */
import { readAttributes } from './attributes.ts';
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

const noAttributes: readonly XmlAttribute[] = [];

type Kind = (typeof TokenKind)[keyof typeof TokenKind];

/** What takes tokens as they are cut: a list of them, or a reader that keeps none. */
export interface TokenSink {
  /** `nameEnd` is where a tag's name ends. */
  push(kind: Kind, start: number, end: number, nameEnd?: number): void;
}

export class TokenList implements TokenSink {
  length = 0;
  private kinds: Uint8Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private nameEnds: Int32Array;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    // Real documents have a token for some twenty characters; one of nothing but tags grows.
    const size = 64 + (text.length >> 4);
    this.kinds = new Uint8Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.nameEnds = new Int32Array(size);
  }

  push(kind: Kind, start: number, end: number, nameEnd = 0): void {
    if (this.length === this.kinds.length) this.grow();
    this.kinds[this.length] = kind;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.nameEnds[this.length] = nameEnd;
    this.length++;
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

  attributes(index: number): readonly XmlAttribute[] {
    const afterName = this.nameEnd(index);
    // Without any, as nearly all are.
    if (afterName + 1 >= this.end(index)) return noAttributes;
    return readAttributes(this.text, afterName, this.end(index));
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
