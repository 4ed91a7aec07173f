/** What is said of the thing under the pointer: plain data, offsets in UTF-16 units of the Account XML. */
import type { Range } from '../core/source/diagnostics.ts';

export interface HoverRow {
  readonly label: string;
  /** Dots for a password. */
  readonly value: string;
  /** A place of the Account XML to go to. */
  readonly go?: Range;
}

export interface Hover {
  readonly range: Range;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly HoverRow[];
}
