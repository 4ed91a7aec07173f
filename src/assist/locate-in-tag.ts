import type { Range } from '../core/diagnostics.ts';
import { isXmlSpace, nameEnd } from '../core/xml/characters.ts';

/** A place among the attributes of a start tag. */
export type InTag =
  | {
      readonly kind: 'attribute-name';
      readonly tag: string;
      readonly range: Range;
      /** Attributes before the offset, by name. */
      readonly before: ReadonlyMap<string, string>;
      /** Whether an equals sign follows already. */
      readonly hasValue: boolean;
    }
  | {
      readonly kind: 'attribute-value';
      readonly tag: string;
      readonly attribute: string;
      /** Between the quotes, or up to the offset where the value is not closed. */
      readonly range: Range;
      readonly before: ReadonlyMap<string, string>;
      /** The quote to close the value with, where it is not closed. */
      readonly missingQuote: '"' | "'" | null;
    };

/** Reads the attributes behind a tag's name up to the offset; null where no attribute may stand. */
export function inStartTag(text: string, afterName: number, offset: number, tag: string): InTag | null {
  const before = new Map<string, string>();
  let at = afterName;
  while (at < offset) {
    const start = skipSpace(text, at);
    if (start >= offset)
      return { kind: 'attribute-name', tag, range: { start: offset, end: offset }, before, hasValue: false };
    const end = nameEnd(text, start);
    if (end === start) {
      at = start + 1;
      continue;
    }
    const equals = skipSpace(text, end);
    const hasValue = text[equals] === '=';
    if (offset <= end)
      return start > at ? { kind: 'attribute-name', tag, range: { start, end }, before, hasValue } : null;
    const name = text.slice(start, end);
    const open = skipSpace(text, equals + 1);
    const quote = text[open];
    if (!hasValue || (quote !== '"' && quote !== "'")) {
      at = hasValue ? equals + 1 : end;
      continue;
    }
    let close = open + 1;
    while (close < text.length && text[close] !== quote && text[close] !== '<') close++;
    const isClosed = text[close] === quote;
    if (offset > open && offset <= close) {
      const range = { start: open + 1, end: isClosed ? close : offset };
      const missingQuote = isClosed ? null : quote;
      return { kind: 'attribute-value', tag, attribute: name, range, before, missingQuote };
    }
    if (!isClosed) return null;
    before.set(name, text.slice(open + 1, close));
    at = close + 1;
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isXmlSpace(text.charCodeAt(at))) at++;
  return at;
}
