/** A text in lines, and each line in runs: plain, or with the classes of a mark. Pure. */
import type { Range } from '../../core/source/diagnostics.ts';

export interface Mark {
  readonly range: Range;
  readonly className: string;
}

export interface Run {
  readonly text: string;
  readonly className: string | null;
}

/** Where marks overlap, the first one counts. */
export function markedLines(text: string, marks: readonly Mark[]): Run[][] {
  const inOrder = marks.toSorted((a, b) => a.range.start - b.range.start);
  let next = 0;
  let start = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const runs: Run[] = [];
    let at = start;
    for (; next < inOrder.length; next += 1) {
      const mark = inOrder[next];
      if (mark === undefined || mark.range.start >= end) break;
      const from = Math.max(mark.range.start, at);
      const to = Math.min(mark.range.end, end);
      if (from > at) runs.push({ text: text.slice(at, from), className: null });
      if (to > from) runs.push({ text: text.slice(from, to), className: mark.className });
      at = Math.max(at, to);
      // A mark over several lines goes on in the next one.
      if (mark.range.end > end) break;
    }
    if (at < end) runs.push({ text: text.slice(at, end), className: null });
    start = end + 1;
    return runs;
  });
}
