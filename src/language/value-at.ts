/** The value under the cursor, decoded, and the way back from its characters to the document's. */
import type { Range } from '../core/source/diagnostics.ts';
import { ownText } from '../core/xml/read-xml.ts';
import { isUnbroken, type SourceText, sourceRange } from '../core/xml/source-text.ts';
import type { XmlElement } from '../core/xml/xml-document.ts';

export interface ValueAt {
  readonly text: string;
  /** The offset's place among the decoded characters. */
  readonly at: number;
  readonly inCdata: boolean;
  /** Whether the offset is in the middle of a reference such as `&amp;`: nothing may be put in there. */
  readonly inReference: boolean;
  /** What stands for the characters from `start` to `end`; null where markup stands among them. */
  rangeOf(start: number, end: number): Range | null;
}

export function valueAt(text: string, element: XmlElement, offset: number, inCdata: boolean): ValueAt {
  const value = ownText(text, element);
  const at = indexAt(value, offset);
  return {
    text: value.text,
    at,
    inCdata,
    inReference: value.runs.some(({ length, source }) => {
      return length !== source.end - source.start && source.start < offset && offset < source.end;
    }),
    rangeOf: (start, end) => rangeOf(value, start, end, { offset, at }),
  };
}

/** Inside of a reference such as `&amp;` that is the place before it. */
export function indexAt(value: SourceText, offset: number): number {
  for (const run of value.runs) {
    if (offset <= run.source.start) return run.at;
    if (offset >= run.source.end) continue;
    const isVerbatim = run.length === run.source.end - run.source.start;
    return isVerbatim ? run.at + offset - run.source.start : run.at;
  }
  return value.text.length;
}

/** An empty range at the cursor is where the cursor is, whichever side of a `]]>` that may be. */
function rangeOf(
  value: SourceText,
  start: number,
  end: number,
  cursor: { readonly offset: number; readonly at: number },
): Range | null {
  if (start === end && start === cursor.at) return { start: cursor.offset, end: cursor.offset };
  const range = sourceRange(value, start, end);
  return isUnbroken(value, start, end) ? range : null;
}
