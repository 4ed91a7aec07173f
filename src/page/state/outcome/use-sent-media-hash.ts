/** The SHA-256 of the media as this page sent it, to hold that of the server against. */
import { skipToken, useQuery } from '@tanstack/react-query';
import type { Exchange } from '../../exchange/exchange.ts';
import { hashSentMedia } from './sent-media-hash.ts';

/** Null while it is being computed, and where it can't be: of a file that is too large, or another by now. */
export function useSentMediaHash(exchange: Exchange | null): string | null {
  const { data = null } = useQuery({
    queryKey: ['sent media hash', exchange?.local?.body],
    queryFn: exchange === null ? skipToken : () => hashSentMedia(exchange),
  });
  return data;
}
