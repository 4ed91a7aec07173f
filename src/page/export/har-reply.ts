/** The reply that a HAR of the page has: only one to the very request that is exported. */

import type { KnownSecret } from '../../core/secrets/known-secrets.ts';
import { TextMask } from '../../core/secrets/text-mask.ts';
import type { HarReply } from '../../exports/har.ts';
import type { UploadsState } from '../state/uploads-provider.tsx';

export interface ExportedReply {
  readonly reply: HarReply;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly time: number;
}

type Uploads = Pick<UploadsState, 'upload' | 'outcome' | 'hasChanged'>;

/** Characters: more would keep the page from answering while secrets are looked for. */
const mostText = 64 * 1024;

/** `secrets`: what is left out; null where all goes in. Null without a complete reply. */
export function exportedReply(
  { upload, outcome, hasChanged }: Uploads,
  secrets: readonly KnownSecret[] | null,
): ExportedReply | null {
  const { sent, reply, end } = upload?.exchange ?? {};
  if (hasChanged || !sent || !reply || !end) return null;
  const mask = secrets && new TextMask(secrets);
  return {
    reply: {
      status: reply.status,
      statusText: mask ? mask.text(reply.statusText) : reply.statusText,
      headers: reply.headers.map(([name, value]) => [name, mask ? mask.header(name, value) : value]),
      body: bodyOf(outcome, mask),
      bodySize: end.replyBytes,
    },
    startedAt: sent.startedAt,
    time: end.at,
  };
}

function bodyOf(outcome: Uploads['outcome'], mask: TextMask | null): HarReply['body'] {
  const text = outcome?.kind === 'read' ? outcome.reading.whole : null;
  if (text === null) return { kind: 'left out', why: 'it is not at hand as text.' };
  // Text is what the bytes were read as: where that lost something, it is not them.
  if (text.includes('\uFFFD')) return { kind: 'left out', why: 'it is no text in UTF-8.' };
  if (mask === null) return { kind: 'text', text };
  if (text.length > mostText)
    return { kind: 'left out', why: `it is longer than ${mostText} characters, and may hold secrets.` };
  return { kind: 'text', text: mask.text(text) };
}
