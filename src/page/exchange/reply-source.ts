/** Where a reply's body is, and what can be asked of it. The page's own thread never holds it whole. */
import type { Assumptions } from '../../core/assumptions.ts';
import type { ReplyReading } from './reply-reading.ts';

export type ReadOutcome =
  | { readonly kind: 'read'; readonly reading: ReplyReading }
  /** The part of the page that reads could not be loaded. */
  | { readonly kind: 'unavailable' }
  /** It took longer than anybody waits, or more memory than there is. */
  | { readonly kind: 'gave-up' };

export interface ReplySource {
  /** Never fails. Without assumptions the reply is read, but not judged. */
  readonly read: (assumptions: Assumptions | null) => Promise<ReadOutcome>;
  /** The whole body, what packed it undone; null where it can't be had any more. */
  readonly save: () => Promise<Blob | null>;
}
