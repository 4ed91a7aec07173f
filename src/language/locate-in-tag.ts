import type { Range } from '../core/source/diagnostics.ts';
import { isXmlSpace, nameEnd } from '../core/xml/characters.ts';

/** A place among the attributes of a start tag. */
export type InTag =
  | {
      readonly kind: 'attribute-name';
      readonly tag: string;
      readonly range: Range;
      /** Names of the attributes before it. */
      readonly before: ReadonlySet<string>;
      /** Whether an equals sign follows already. */
      readonly hasValue: boolean;
      /** Whether the next attribute follows without white space. */
      readonly touchesNext: boolean;
    }
  | {
      readonly kind: 'attribute-value';
      readonly tag: string;
      readonly attribute: string;
      /** Between the quotes, or up to the offset where the value is not closed. */
      readonly range: Range;
      /** The quote to close the value with, where it is not closed. */
      readonly missingQuote: '"' | "'" | null;
    };

/** Reads the attributes after a tag's name up to the offset; null where no attribute is allowed. */
export function inStartTag(text: string, afterName: number, offset: number, tag: string): InTag | null {
  const before = new Set<string>();
  let at = afterName;
  while (at < offset) {
    const start = skipSpace(text, at);
    if (start >= offset) {
      const touchesNext = nameEnd(text, offset) > offset;
      const range = { start: offset, end: offset };
      return { kind: 'attribute-name', tag, range, before, hasValue: false, touchesNext };
    }
    const end = nameEnd(text, start);
    if (end === start) {
      at = start + 1;
      continue;
    }
    const equals = skipSpace(text, end);
    const hasValue = text[equals] === '=';
    if (offset <= end)
      return start > at
        ? { kind: 'attribute-name', tag, range: { start, end }, before, hasValue, touchesNext: false }
        : null;
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
      return { kind: 'attribute-value', tag, attribute: name, range, missingQuote };
    }
    if (!isClosed) return null;
    before.add(name);
    at = close + 1;
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isXmlSpace(text.charCodeAt(at))) at++;
  return at;
}
