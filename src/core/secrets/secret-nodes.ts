/**
 * The values of nodes whose name says that they are secrets. Not a reading of the account: it looks at the
 * text alone, however little of it is typed, and errs on the side of hiding.
 */
import type { Range } from '../source/diagnostics.ts';
import { holdsNoSecret, isSwitch } from './placeholders.ts';
import { mostSecrets } from './secret.ts';
import { isSecretName, isWeaklySecretName, secretNameHint } from './secret-names.ts';

/** What may be the tag of such an element, and what opens a stretch without elements. */
const landmark = new RegExp(
  `<!\\[CDATA\\[|<!--|<(/?)([^\\s<>/!?]*(?:${secretNameHint})[^\\s<>/]*)(?:[\\s/][^<>]*)?>?`,
  'gi',
);

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

export interface SecretNode extends Range {
  readonly name: string;
}

/**
 * In order: of several localised values each; with the marks of CDATA, and whatever else stands there. Behind
 * more marks than any account has, the rest of the text is one.
 */
export function secretNodes(text: string): readonly SecretNode[] {
  const marks = marksOf(text);
  const closed = closedElements(marks);
  const ranges: SecretNode[] = [];
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
  if (marks.length === mostMarks) pushHidden(ranges, text, 'secrets', elementEnd, text.length);
  return ranges;
}

/** Two for an element. */
const mostMarks = 2 * mostSecrets;

function marksOf(text: string): readonly Mark[] {
  const isSecret = new Map<string, boolean>();
  const marks: Mark[] = [];
  for (const match of text.matchAll(landmark)) {
    const mark = markOf(match);
    const known = isStretch(mark) || (isSecret.get(mark.name) ?? isSecretName(mark.name));
    isSecret.set(mark.name, known);
    if (known && marks.push(mark) === mostMarks) break;
  }
  return marks;
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
function hideValues(ranges: SecretNode[], text: string, { name, end }: Mark, hasEndTag: boolean): number {
  markup.lastIndex = end;
  let from = end;
  for (let match = markup.exec(text); match; match = markup.exec(text)) {
    const mark = markOf(match);
    if (isStretch(mark)) {
      markup.lastIndex = endOfStretch(text, mark);
      continue;
    }
    const isOwnEnd = mark.kind === 'end' && mark.name === name;
    if (mark.kind === 'half-typed' || (hasEndTag && !isOwnEnd && mark.name !== localised)) continue;
    pushHidden(ranges, text, name, from, mark.start);
    if (mark.name !== localised) return mark.start;
    from = mark.end;
  }
  pushHidden(ranges, text, name, from, text.length);
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

function pushHidden(ranges: SecretNode[], text: string, name: string, from: number, to: number): void {
  const content = text.slice(from, to);
  const value = content.trim();
  if (holdsNoSecret(content) || (isSwitch(value) && isWeaklySecretName(name))) return;
  const start = from + content.indexOf(value);
  ranges.push({ name, start, end: start + value.length });
}
