/** What a completion is: plain data, offsets in UTF-16 units of the Account XML. */
import type { Range, TextEdit } from '../core/source/diagnostics.ts';

export type CompletionKind =
  | 'key'
  | 'node'
  | 'structure'
  | 'parameter'
  | 'function'
  | 'value'
  | 'header'
  | 'part'
  | 'attribute'
  | 'entity';

export interface CompletionItem {
  readonly label: string;
  /** Takes the place of `replace`, escaped for where it stands. */
  readonly insert: string;
  /** Where the cursor goes, counted in `insert`; after it where absent. */
  readonly cursor?: number;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail: string;
  /** A paragraph or two, a line break between them. */
  readonly documentation: string;
  /** What the text in `replace` is compared with; the label where absent. */
  readonly filter?: string;
  /** The document has it already: it comes after those that it has not. */
  readonly present?: true;
  /** The next completion can be offered at the cursor at once. */
  readonly goesOn?: true;
  /** A change elsewhere that belongs to it, as to the end tag of a renamed element. */
  readonly also?: readonly TextEdit[];
}

export interface Completions {
  readonly replace: Range;
  /** Best first. */
  readonly items: readonly CompletionItem[];
  /** Whether more typing may bring items that are not listed yet. */
  readonly incomplete: boolean;
}

export const noCompletions: Completions = { replace: { start: 0, end: 0 }, items: [], incomplete: false };

/** Those that the document has already come last, otherwise in the order given. */
export function presentLast(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return [...items.filter((item) => !item.present), ...items.filter((item) => item.present)];
}

export const presentDetail = 'already here';
/** The characters of `|` mark where the cursor goes. */
export function withCursor(marked: string): { readonly insert: string; readonly cursor: number } {
  const at = marked.indexOf('|');
  return { insert: marked.slice(0, at) + marked.slice(at + 1), cursor: at };
}
