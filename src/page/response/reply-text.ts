/** Facts and notes on a reply, shown beside its text. */

import { headerValues } from '../../core/response/headers.ts';
import type { Reply } from '../../upload/exchange.ts';
import { maxReplyBytes } from '../../upload/protocol.ts';
import { formatBytes, formatCount, formatSize, plural } from '../components/format.ts';
import { excerptOf } from '../exchange/excerpt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Packing } from '../exchange/reply-reading.ts';

/** Length and form of the body as it came: `88 bytes`, `chunked`, `gzip, 1 200 bytes unpacked`. */
export function bodyFacts(reply: Reply, end: Exchange['end'], packing: Packing | null): readonly string[] {
  const received = formatBytes(end?.replyBytes ?? reply.received);
  const isChunked = headerValues(reply.headers, 'Transfer-Encoding').some((value) =>
    /\bchunked\b/i.test(value),
  );
  const isPacked = packing !== null && reply.received > 0;
  return [
    end === null ? `${received} so far` : received,
    ...(isChunked ? ['chunked'] : []),
    ...(isPacked ? [`${packing.names}, ${unpackedText(packing)}`] : []),
  ];
}

function unpackedText({ unpacked }: Packing): string {
  return unpacked === null ? 'shown as it came' : `${formatBytes(unpacked)} unpacked`;
}

/** As a sentence has room for it. */
function inSentence(text: string): string {
  const { text: start, hidden } = excerptOf(text);
  return hidden === 0 ? start : `${start}… (${plural(hidden, 'more character')})`;
}

/** What a person should know of a reply before reading it. */
export function replyNotes({ reply, end, interims, moreInterims, sent }: Exchange): readonly string[] {
  if (reply === null) return [];
  const notes: string[] = [];
  if (interims.length > 0) {
    const more = moreInterims > 0 ? ` and ${formatCount(moreInterims)} more` : '';
    notes.push(`Interim replies before it: ${interims.map(({ status }) => status).join(', ')}${more}.`);
  }
  const [location] = headerValues(reply.headers, 'Location');
  if (reply.status >= 300 && reply.status < 400) {
    const where =
      location === undefined ? 'a redirect without a Location' : `a redirect to ${inSentence(location)}`;
    notes.push(`It is ${where}. It was not followed: how the app handles one is unknown (RES-7).`);
  }
  if (reply.bodyBytesSent < sent.plan.bodyLength) {
    const part = `${formatSize(reply.bodyBytesSent)} of ${formatSize(sent.plan.bodyLength)}`;
    notes.push(`The server answered before the body had ended, after ${part}.`);
  }
  if (end?.truncated) {
    notes.push(
      `It is longer than ${formatSize(maxReplyBytes)}: the first ${formatBytes(reply.received)} were kept, the rest was dropped and the connection closed.`,
    );
  }
  return notes;
}
