/** Whether the head that went out is the one of the preview, to the byte. */
import { headBytes } from '../core/request/bytes.ts';
import { bytesOfBase64, type Exchange } from './exchange.ts';

export type HeadComparison =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'equal'; readonly bytes: number }
  /** Offset of the first byte that differs. */
  | { readonly kind: 'different'; readonly at: number };

export function compareHead({ headSent, sent }: Exchange): HeadComparison {
  if (headSent === null) return { kind: 'unknown' };
  const written = bytesOfBase64(headSent.head);
  const planned = headBytes(sent.plan);
  const shorter = Math.min(written.length, planned.length);
  for (let at = 0; at < shorter; at += 1) {
    if (written[at] !== planned[at]) return { kind: 'different', at };
  }
  return written.length === planned.length
    ? { kind: 'equal', bytes: planned.length }
    : { kind: 'different', at: shorter };
}
