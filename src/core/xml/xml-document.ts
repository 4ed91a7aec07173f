/** What `readXml` returns: a tolerant tree with the range of everything, and the faults. */
import type { Fix, Range } from '../source/diagnostics.ts';
import type { TextRun } from './source-text.ts';

export interface XmlAttribute {
  readonly name: string;
  /** Decoded, white space normalised to spaces as XML does. */
  readonly value: string;
  /** Between the quotes. */
  readonly valueRange: Range;
}

export interface XmlElement {
  readonly name: string;
  /** From the `<` of the start tag to the end of the end tag, or to where the element was taken to end. */
  readonly range: Range;
  /** The name in the start tag. */
  readonly nameRange: Range;
  /** The whole start tag. */
  readonly startTag: Range;
  /** The whole end tag; null for `<x/>` and where it is missing. */
  readonly endTag: Range | null;
  readonly selfClosing: boolean;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The element's own character data, in order; that of its children is theirs. */
  readonly texts: readonly TextRun[];
}

/** A place where the text is not well-formed XML 1.0. */
export interface XmlFault {
  readonly message: string;
  readonly range: Range;
  readonly fix?: Fix;
}

export interface Doctype {
  readonly range: Range;
  /** General entities its internal subset declares: known by name, never expanded (ACC-7). */
  readonly entities: ReadonlySet<string>;
}

export interface DeclaredEncoding {
  readonly name: string;
  readonly range: Range;
}

export interface XmlDocument {
  readonly root: XmlElement | null;
  /** In document order, at most `maxFaults`; empty means well-formed. */
  readonly faults: readonly XmlFault[];
  /** Faults beyond those listed. */
  readonly moreFaults: number;
  readonly doctype: Doctype | null;
  readonly declaredEncoding: DeclaredEncoding | null;
}

/** More faults than a person reads are counted, not listed. */
export const maxFaults = 200;
