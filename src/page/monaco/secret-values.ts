/**
 * Where a document holds passwords, so that the editor can hide them from onlookers. A view,
 * not a reading of the account: it looks at the text alone and errs on the side of hiding.
 */
import type { Range } from '../../core/source/diagnostics.ts';

/** Tags of elements whose name speaks of a secret, and what opens a stretch without elements. */
const landmark =
  /<!\[CDATA\[|<!--|<(\/?)([^\s<>/!?]*(?:passw|pwd|secret|token|apikey|api_key)[^\s<>/]*)(?:[\s/][^<>]*)?>?/gi;

/** As above with any tag, however little of it is typed. */
const markup = /<!\[CDATA\[|<!--|<(\/?)([^\s<>/!?]*)(?:[\s/][^<>]*)?>?/g;

/** The element of one value among several (ACC-3). */
const localised = 'value';

interface Mark {
  readonly kind: 'start' | 'end' | 'empty' | 'half-typed' | 'cdata' | 'comment';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A template that only refers to a password holds none. */
const onlyReferences = /^(?:\s|%[^%\s]+%)*$/;

/** Whether a value may be shown to onlookers though its name speaks of a secret. */
export function holdsNoSecret(value: string): boolean {
  return onlyReferences.test(value);
}

export function secretRanges(text: string): Range[] {
  const marks = Array.from(text.matchAll(landmark), markOf);
  const closed = closedElements(marks);
  const ranges: Range[] = [];
  let elementEnd = 0;
  let stretchEnd = 0;
  for (const mark of marks) {
    if (mark.start < elementEnd) continue;
    if (isStretch(mark)) {
      if (mark.start >= stretchEnd) stretchEnd = endOfStretch(text, mark);
      continue;
    }
    const hasEndTag = closed.has(mark);
    // A comment may name an element without being one.
    if (mark.kind === 'start' && (hasEndTag || mark.start >= stretchEnd))
      elementEnd = hideValues(ranges, text, mark, hasEndTag);
  }
  return ranges;
}

function markOf(match: RegExpExecArray): Mark {
  const [whole, slash, name = ''] = match;
  const place = { name, start: match.index, end: match.index + whole.length };
  if (slash === undefined) return { kind: whole === '<!--' ? 'comment' : 'cdata', ...place };
  // An end tag that is being typed is told from the value already.
  if (slash === '/') return { kind: 'end', ...place };
  if (!whole.endsWith('>') || name === '') return { kind: 'half-typed', ...place };
  return { kind: whole.endsWith('/>') ? 'empty' : 'start', ...place };
}

/** The start tags whose name comes next in an end tag. */
function closedElements(marks: readonly Mark[]): ReadonlySet<Mark> {
  const closed = new Set<Mark>();
  const next = new Map<string, Mark['kind']>();
  for (const mark of marks.toReversed()) {
    if (mark.kind !== 'start' && mark.kind !== 'end') continue;
    if (mark.kind === 'start' && next.get(mark.name) === 'end') closed.add(mark);
    next.set(mark.name, mark.kind);
  }
  return closed;
}

/** Returns where the element ends: without its end tag that is at the next tag (ACC-5). */
function hideValues(ranges: Range[], text: string, { name, end }: Mark, hasEndTag: boolean): number {
  const scan = new RegExp(markup);
  scan.lastIndex = end;
  let from = end;
  for (let match = scan.exec(text); match; match = scan.exec(text)) {
    const mark = markOf(match);
    if (isStretch(mark)) {
      scan.lastIndex = endOfStretch(text, mark);
      continue;
    }
    const isOwnEnd = mark.kind === 'end' && mark.name === name;
    if (mark.kind === 'half-typed' || (hasEndTag && !isOwnEnd && mark.name !== localised)) continue;
    pushHidden(ranges, text, from, mark.start);
    if (mark.name !== localised) return mark.start;
    from = mark.end;
  }
  pushHidden(ranges, text, from, text.length);
  return text.length;
}

function isStretch({ kind }: Mark): boolean {
  return kind === 'cdata' || kind === 'comment';
}

function endOfStretch(text: string, { kind, end }: Mark): number {
  const close = kind === 'cdata' ? ']]>' : '-->';
  const at = text.indexOf(close, end);
  return at < 0 ? text.length : at + close.length;
}

function pushHidden(ranges: Range[], text: string, from: number, to: number): void {
  const content = text.slice(from, to);
  if (holdsNoSecret(content)) return;
  const value = content.trim();
  const start = from + content.indexOf(value);
  ranges.push({ start, end: start + value.length });
}
