import type { CompletionKind } from './completions.ts';

/** An element that may be started at a place. */
export interface Startable {
  readonly name: string;
  readonly detail: string;
  readonly documentation: string;
  readonly kind: CompletionKind;
  /** The whole element, `|` where the cursor goes; the tags around the cursor where absent. */
  readonly marked?: string;
  /** Whether a second one is as good as the first. */
  readonly repeats?: true;
}
