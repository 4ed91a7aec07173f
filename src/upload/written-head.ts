/** The head as it was written to the socket, against the one of the preview. */
import { headBytes } from '../core/request/bytes.ts';
import { bytesOfBase64 } from './base64.ts';
import type { Exchange } from './exchange.ts';
import { type Comparison, compareBytes } from './receipt-comparison.ts';

export interface WrittenHead {
  readonly bytes: Uint8Array;
  readonly comparison: Comparison;
}

/** Null where it was not written. */
export function writtenHead({ headSent, sent }: Pick<Exchange, 'headSent' | 'sent'>): WrittenHead | null {
  if (headSent === null) return null;
  const bytes = bytesOfBase64(headSent.head);
  return { bytes, comparison: compareBytes(headBytes(sent.plan), bytes) };
}
