/** An upload as `send --format json` prints it, which leaves out what is undefined. */
import type { CheckedExchange, ReceiptCheck, SentExchanges } from '../send-exchanges.ts';

/** The last exchange; those before it, and why a login went no further, where there were any (HDR-6). */
export function exchangesJson({ earlier, last, unanswered }: SentExchanges) {
  return {
    exchange: exchangeJson(last),
    ...(earlier.length > 0 && {
      earlier: earlier.map(({ text, ...one }) => ({ ...exchangeJson(one), login: text })),
    }),
    ...(unanswered !== null && { login: unanswered }),
  };
}

function exchangeJson({ exchange, check }: CheckedExchange) {
  const { connected, tls, headSent, bodySent, reply, end, failedAt, interims, moreInterims } = exchange;
  const { type: _type, at: _tlsAt, ...security } = tls ?? {};
  const { at: _replyAt, received: _received, ...head } = reply ?? {};
  const trailers = end?.trailers ?? [];
  return {
    address: connected?.address,
    port: connected?.port,
    ...(tls && { tls: security }),
    ...head,
    replyBytes: end?.replyBytes,
    truncated: end?.truncated,
    // Statuses of interim replies, such as 103.
    ...(interims.length > 0 && { interims: interims.map(({ status }) => status) }),
    ...(moreInterims > 0 && { moreInterims }),
    // Fields after the last chunk of the reply.
    ...(trailers.length > 0 && { trailers }),
    ...(check && { sent: sentJson(check) }),
    // Since the start, by what had happened.
    milliseconds: {
      connected: connected?.at,
      tls: tls?.at,
      'head-sent': headSent?.at,
      'body-sent': bodySent?.at,
      'reply-head': reply?.at,
      end: end?.at,
      error: failedAt ?? undefined,
    },
  };
}

/** What left through the socket: its head to the empty line, SHA-256 of the body's bytes and of the media. */
function sentJson({ head, receipt, comparison, sha256 }: ReceiptCheck) {
  return {
    head: Buffer.from(head).toString(),
    bodyBytes: receipt.bodyBytes,
    sha256: sha256?.body ?? null,
    ...(sha256?.media != null && { mediaSha256: sha256.media }),
    // Null where it could not be compared.
    equalsPreview: typeof comparison === 'string' ? null : comparison.kind === 'equal',
  };
}
