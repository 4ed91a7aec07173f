/** The SHA-256 of the media as this page sent it, to hold that of the server against. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { keptMedia } from '../../../demo/report.ts';
import { mediaRanges } from '../../../upload/media-ranges.ts';
import type { Exchange } from '../../exchange/exchange.ts';

/** Null while it is being computed, and where it can't be: of a file that is too large, or another by now. */
export function useSentMediaHash(exchange: Exchange | null): string | null {
  const body = exchange?.local?.body;
  const [range] = exchange === null ? [] : mediaRanges(exchange.sent.plan);
  // A page that was not opened by https or from this machine has no `subtle`, whatever the types say.
  const canHash = range !== undefined && range.end - range.start <= keptMedia.bytes && 'subtle' in crypto;
  const { data = null } = useQuery({
    queryKey: ['sent media hash', body],
    queryFn:
      body === undefined || !canHash
        ? skipToken
        : async () => {
            const bytes = await body.slice(range.start, range.end).arrayBuffer();
            const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
            return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
          },
  });
  return data;
}
