import type { ExpandedUrl } from './expand-url.ts';

export interface UrlChange {
  /** Offsets in the expanded URL. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

type ChangeKind =
  | 'ends'
  | 'slashes'
  | 'dropped'
  | 'backslash'
  | 'encoded'
  | 'dots'
  | 'host'
  | 'fragment'
  | 'query'
  | 'other';

/** More changes than a person reads are not listed. */
const maxChanges = 50;

/** One change a kind and place: a value full of spaces is reported once. */
export class UrlChangeList {
  readonly list: UrlChange[] = [];
  private readonly expanded: ExpandedUrl;
  private readonly seen = new Set<string>();

  constructor(expanded: ExpandedUrl) {
    this.expanded = expanded;
  }

  add(kind: ChangeKind, start: number, end: number, message: string): void {
    if (this.list.length >= maxChanges) return;
    const range = this.expanded.rangeOf(start, end);
    const key = `${kind} ${range.start} ${range.end}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.list.push({ start, end, message });
  }
}
