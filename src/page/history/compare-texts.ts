/**
 * Two texts side by side: which lines belong together, and what differs within them. The other way round it
 * is the same, mirrored. Bounded, whatever the texts hold. Pure.
 */
import { diffArrays, diffWordsWithSpace } from 'diff';
import { commonEnds } from '../../core/source/common-ends.ts';

export interface Run {
  readonly text: string;
  readonly isChanged: boolean;
}

export type ComparedLine =
  /** Null: the other text has nothing in its place. */
  | { readonly kind: 'line'; readonly left: readonly Run[] | null; readonly right: readonly Run[] | null }
  /** So many lines that are the same in both. */
  | { readonly kind: 'left-out'; readonly count: number }
  /** So many lines that were not looked at any more. */
  | { readonly kind: 'more'; readonly count: number };

type Pair = readonly [left: string | null, right: string | null];

/** Edits that are looked for; beyond, lines are compared in their order. Long texts get fewer of them. */
const mostLineEdits = 100;
const mostWordEdits = 30;
const mostSteps = 100_000;
/** Characters of a line, and lines, that are compared by words; others by their ends. */
const longestByWords = 1000;
const mostByWords = 20;
/** Lines that are shown of a text; the rest is counted. */
const mostShown = 150;

export function compareTexts(left: string, right: string): readonly ComparedLine[] {
  // In one order, so that the other way round nothing else is found.
  return left <= right ? compare(left, right) : compare(right, left).map(mirrored);
}

function mirrored(line: ComparedLine): ComparedLine {
  return line.kind === 'line' ? { ...line, left: line.right, right: line.left } : line;
}

function compare(left: string, right: string): ComparedLine[] {
  let byWords = 0;
  const items = withContext(pairs(linesOf(left), linesOf(right)));
  const lines = items.slice(0, mostShown).map((item): ComparedLine => {
    if (typeof item === 'number') return { kind: 'left-out', count: item };
    const [one, other] = item;
    if (one === null || other === null) return { kind: 'line', left: whole(one), right: whole(other) };
    if (one === other) return { kind: 'line', left: plain(one), right: plain(other) };
    byWords += 1;
    const isShort = Math.max(one.length, other.length) <= longestByWords && byWords <= mostByWords;
    return { kind: 'line', ...(isShort ? wordRuns(one, other) : endRuns(one, other)) };
  });
  const rest = items.slice(mostShown).map((item) => (typeof item === 'number' ? item : 1));
  const count = rest.reduce((sum, each) => sum + each, 0);
  return count > 0 ? [...lines, { kind: 'more', count }] : lines;
}

const plain = (text: string): readonly Run[] => [{ text, isChanged: false }];
const whole = (text: string | null) => (text === null ? null : [{ text, isChanged: true }]);

/** With their ends, which may differ, too. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push(text.slice(start, end + 1));
    start = end + 1;
  }
  return start < text.length ? lines.concat(text.slice(start)) : lines;
}

function pairs(left: readonly string[], right: readonly string[]): Pair[] {
  let head = 0;
  while (head < Math.min(left.length, right.length) && left[head] === right[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(left.length, right.length) - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  )
    tail += 1;
  const same = (line: string): Pair => [line, line];
  return [
    ...left.slice(0, head).map(same),
    ...changedPairs(left.slice(head, left.length - tail), right.slice(head, right.length - tail)),
    ...left.slice(left.length - tail).map(same),
  ];
}

function changedPairs(left: string[], right: string[]): Pair[] {
  const maxEditLength = Math.min(mostLineEdits, mostSteps / Math.max(left.length, right.length, 1));
  const changes = diffArrays(left, right, { maxEditLength });
  if (changes === undefined) return sideBySide(left, right);
  const found: Pair[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    found.push(...sideBySide(removed, added));
    removed = [];
    added = [];
  };
  for (const change of changes) {
    if (change.removed) removed = removed.concat(change.value);
    else if (change.added) added = added.concat(change.value);
    else {
      flush();
      found.push(...change.value.map((line): Pair => [line, line]));
    }
  }
  flush();
  return found;
}

function sideBySide(left: readonly string[], right: readonly string[]): Pair[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    left[index] ?? null,
    right[index] ?? null,
  ]);
}

interface Sides {
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

function wordRuns(one: string, other: string): Sides {
  const changes = diffWordsWithSpace(one, other, { maxEditLength: mostWordEdits });
  if (changes === undefined) return endRuns(one, other);
  const run = ({ value, added, removed }: (typeof changes)[number]): Run => ({
    text: value,
    isChanged: added || removed,
  });
  return {
    left: changes.filter(({ added }) => !added).map(run),
    right: changes.filter(({ removed }) => !removed).map(run),
  };
}

function endRuns(one: string, other: string): Sides {
  const { head, tail } = commonEnds(one, other);
  const runs = (text: string): readonly Run[] =>
    [
      { text: text.slice(0, head), isChanged: false },
      { text: text.slice(head, text.length - tail), isChanged: true },
      { text: text.slice(text.length - tail), isChanged: false },
    ].filter((run) => run.text !== '');
  return { left: runs(one), right: runs(other) };
}

/** A pair, or how many that are the same were left out: one line stays on each side of a change. */
function withContext(all: readonly Pair[]): (Pair | number)[] {
  const differs = all.map(([left, right]) => left !== right);
  const items: (Pair | number)[] = [];
  let count = 0;
  all.forEach((pair, index) => {
    if (!differs[index - 1] && !differs[index] && !differs[index + 1]) {
      count += 1;
      return;
    }
    if (count > 0) items.push(count);
    count = 0;
    items.push(pair);
  });
  if (count > 0) items.push(count);
  return items;
}
