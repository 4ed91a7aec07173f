/** What another request would have in other words: a diff by lines, with the lines around each change. */
import { diffArrays } from 'diff';
import { commonEnds } from '../../core/source/common-ends.ts';

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  /** `changed` is what differs from the line that takes its place. */
  readonly before: string;
  readonly changed: string;
  readonly after: string;
}

/** `left-out`: so many lines that are the same in both. */
export type DiffItem = DiffLine | { readonly kind: 'left-out'; readonly count: number };

/** Milliseconds; two requests that have little in common are compared line by line instead. */
const timeout = 200;
/** Lines that are shown around a change. */
const context = 1;

export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffItem[] {
  const changes = diffArrays([...before], [...after], { timeout });
  if (changes === undefined) return withContext(paired([...before], [...after]));
  const lines: DiffLine[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) continue;
    const next = changes[index + 1];
    if (change.removed && next?.added) {
      lines.push(...paired(change.value, next.value));
      index += 1;
    } else {
      const kind = change.added ? 'added' : change.removed ? 'removed' : 'same';
      lines.push(...change.value.map((text) => plain(kind, text)));
    }
  }
  return withContext(lines);
}

function plain(kind: DiffLine['kind'], text: string): DiffLine {
  return kind === 'same'
    ? { kind, before: text, changed: '', after: '' }
    : { kind, before: '', changed: text, after: '' };
}

/** Removed lines and those that take their place: each pair marks where it differs. */
function paired(removed: readonly string[], added: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
    const old = removed[index];
    const now = added[index];
    if (old === now && old !== undefined) lines.push(plain('same', old));
    else if (old === undefined && now !== undefined) lines.push(plain('added', now));
    else if (old !== undefined && now === undefined) lines.push(plain('removed', old));
    else if (old !== undefined && now !== undefined) {
      const { head, tail } = commonEnds(old, now);
      const cut = (kind: DiffLine['kind'], text: string): DiffLine => ({
        kind,
        before: text.slice(0, head),
        changed: text.slice(head, text.length - tail),
        after: text.slice(text.length - tail),
      });
      lines.push(cut('removed', old), cut('added', now));
    }
  }
  return lines;
}

function withContext(lines: readonly DiffLine[]): DiffItem[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let at = index - context; at <= index + context; at += 1) near.add(at);
  });
  const items: DiffItem[] = [];
  let count = 0;
  const leaveOut = () => {
    if (count > 0) items.push({ kind: 'left-out', count });
    count = 0;
  };
  lines.forEach((line, index) => {
    if (!near.has(index)) {
      count += 1;
      return;
    }
    leaveOut();
    items.push(line);
  });
  leaveOut();
  return items;
}
