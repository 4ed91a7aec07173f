/** What tells the media that was sent from any other. */
import { keptMedia } from '../../../demo/report.ts';
import { mediaRanges } from '../../../upload/media-ranges.ts';
import type { Exchange } from '../../exchange/exchange.ts';

/** SHA-256 as hex. Null where it can't be had: the file is too large, or another by now. */
export async function hashSentMedia({ sent, local }: Exchange): Promise<string | null> {
  const [range] = mediaRanges(sent.plan);
  if (local === null || range === undefined || range.end - range.start > keptMedia.bytes) return null;
  return sha256(local.body.slice(range.start, range.end));
}

/** Null also where the page was opened neither by https nor from this machine: then there is no `subtle`. */
export async function sha256(content: Blob): Promise<string | null> {
  if (!('subtle' in crypto)) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
