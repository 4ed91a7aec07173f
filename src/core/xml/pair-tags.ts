import type { FaultList } from './fault-list.ts';
import { TokenKind, type TokenList } from './token-list.ts';

/** For each tag the index of its partner, or -1; and whether an element has no end tag. */
export interface PairedTags {
  readonly partner: Int32Array;
  readonly anyUnclosed: boolean;
}

/**
 * An end tag closes the nearest open element of its name; those opened since then have none.
 * Every tag is pushed and popped once at the most.
 */
export function pairTags(tokens: TokenList, faults: FaultList): PairedTags {
  const partner = new Int32Array(tokens.length).fill(-1);
  const open = new Int32Array(tokens.length);
  let depth = 0;
  /** Counted from the first tag on that is out of turn: a sound document never needs it. */
  let openNames: OpenNames | undefined;
  /** End tags of another name that stand where an element's own was due, by its start tag. */
  const mismatched = new Map<number, number>();
  let anyUnclosed = false;
  const leaveUnclosed = (start: number) => {
    anyUnclosed = true;
    reportUnclosed(tokens, start, depth, mismatched.get(start), faults);
    mismatched.delete(start);
  };
  for (let index = 0; index < tokens.length; index++) {
    const kind = tokens.kind(index);
    if (kind === TokenKind.start || kind === TokenKind.broken) {
      open[depth++] = index;
      openNames?.add(tokens.name(index));
    } else if (kind === TokenKind.end) {
      const top = open[depth - 1] ?? -1;
      if (depth > 0 && tokens.sameName(top, index)) {
        depth--;
        openNames?.remove(tokens.name(index));
        partner[top] = index;
        partner[index] = top;
        continue;
      }
      openNames ??= new OpenNames(Array.from(open.subarray(0, depth), (start) => tokens.name(start)));
      const name = tokens.name(index);
      if (!openNames.has(name)) {
        // A nameless one has its fault already.
        if (name === '') continue;
        if (depth > 0 && !mismatched.has(top)) mismatched.set(top, index);
        else reportStray(tokens, index, faults);
        continue;
      }
      while (depth > 0) {
        const start = open[--depth] ?? -1;
        openNames.remove(tokens.name(start));
        if (tokens.sameName(start, index)) {
          partner[start] = index;
          partner[index] = start;
          break;
        }
        leaveUnclosed(start);
      }
    }
  }
  while (depth > 0) leaveUnclosed(open[--depth] ?? -1);
  for (const end of mismatched.values()) reportStray(tokens, end, faults);
  return { partner, anyUnclosed };
}

/** How many elements of each name are open. */
class OpenNames {
  private readonly counts = new Map<string, number>();

  constructor(names: readonly string[]) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  remove(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) - 1);
  }

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }
}

function reportStray(tokens: TokenList, end: number, faults: FaultList): void {
  faults.add(`</${tokens.name(end)}> closes nothing that is open.`, tokens.start(end), tokens.end(end));
}

function reportUnclosed(
  tokens: TokenList,
  start: number,
  depth: number,
  mismatch: number | undefined,
  faults: FaultList,
): void {
  const name = tokens.name(start);
  if (mismatch !== undefined) {
    const message = `</${tokens.name(mismatch)}> does not match <${name}>.`;
    faults.addReplaceable(
      message,
      tokens.start(mismatch),
      tokens.end(mismatch),
      `Write </${name}>`,
      `</${name}>`,
    );
  } else if (tokens.kind(start) !== TokenKind.broken) {
    const place = depth > 0 ? endOfValue(tokens, start) : null;
    const edits = place === null ? [] : [{ range: { start: place, end: place }, text: `</${name}>` }];
    const fix = place === null ? undefined : { title: `Add </${name}>`, edits };
    faults.add(`<${name}> has no end tag: add </${name}>.`, tokens.start(start), tokens.end(start), fix);
  }
}

/**
 * Where the end tag of an element that holds a value belongs: after the value, before the next
 * tag (ACC-5). Null for one without a value: it may hold elements, and where it ends is not plain.
 */
function endOfValue(tokens: TokenList, start: number): number | null {
  let place: number | null = null;
  for (let index = start + 1; index < tokens.length; index++) {
    const kind = tokens.kind(index);
    // A CDATA section at the very end may itself not be closed.
    if (kind === TokenKind.cdata) place = index + 1 < tokens.length ? tokens.end(index) + ']]>'.length : null;
    else if (kind === TokenKind.text) place = tokens.trimmedEnd(index) ?? place;
    else break;
  }
  return place;
}
