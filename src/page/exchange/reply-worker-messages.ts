/** What the page and the worker that sends an upload and keeps its reply say to each other. */

import type { Assumptions } from '../../core/assumptions.ts';
import type { ExchangeAction } from './exchange.ts';
import type { ReplyReading } from './reply-reading.ts';

export interface Transfer {
  readonly token: string;
  /** The envelope's line; the body follows it. */
  readonly line: Uint8Array<ArrayBuffer>;
  readonly body: Blob;
}

export type WorkerOrder =
  | ({ readonly type: 'send' } & Transfer)
  | { readonly type: 'abort' }
  | { readonly type: 'read'; readonly assumptions: Assumptions | null }
  | { readonly type: 'save' };

/** `read` and `save` are answered in the order in which they were asked. */
export type WorkerReport =
  | { readonly type: 'step'; readonly action: Exclude<ExchangeAction, { type: 'prepared' }> }
  | { readonly type: 'read'; readonly reading: ReplyReading }
  | { readonly type: 'saved'; readonly body: Blob };
