/** How much of the media left, by the count at the socket: without media there is no success to speak of. */
import { mediaRanges } from '../../../upload/media-ranges.ts';
import type { Exchange } from '../../exchange/exchange.ts';

/** `absent`: no part holds it. `unsent`: the server answered before any of it had left. */
export type SentMedia = 'all' | 'part' | 'unsent' | 'empty' | 'absent';

export function sentMedia({ sent, receipt }: Pick<Exchange, 'sent' | 'receipt'>): SentMedia {
  const [first, ...others] = mediaRanges(sent.plan);
  if (first === undefined) return 'absent';
  if (first.start === first.end) return 'empty';
  const left = receipt?.bodyBytes ?? sent.plan.bodyLength;
  // A template may have it several times: one whole copy is enough.
  if ([first, ...others].some(({ end }) => left >= end)) return 'all';
  return left > first.start ? 'part' : 'unsent';
}

/** The media as it was sent; null where the page no longer has it. */
export function sentBlob({ sent, local }: Exchange): Blob | null {
  const [range] = mediaRanges(sent.plan);
  return range && local ? local.body.slice(range.start, range.end, sent.plan.mediaType) : null;
}
