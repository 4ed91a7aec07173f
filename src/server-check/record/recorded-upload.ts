/** The exchanges of an upload, and those that fetched its media, as a report keeps them. */
import type { Verdict } from '../../core/response/verdict.ts';
import type { TextMask } from '../../core/secrets/text-mask.ts';
import type { Exchange } from '../../upload/exchange.ts';
import type { Upload } from '../../upload/run-upload.ts';
import type { MediaGet } from '../fetch-media.ts';
import type { RecordedExchange } from '../report.ts';
import { recordedFailure, recordedReply, recordedVerdict } from './recorded-reply.ts';
import { recordedGet, recordedRequest } from './recorded-request.ts';

/** What was read of the last reply; null where none came. */
export interface ReadReply {
  readonly text: string;
  /** Null for a reply that did not come whole. */
  readonly verdict: Verdict | null;
}

export function recordedUpload(
  { earlier, exchange }: Upload,
  read: ReadReply | null,
  about: string,
  mask: TextMask,
): readonly RecordedExchange[] {
  return [
    ...earlier.map((one) =>
      recordedExchange(one.exchange, null, [about, one.text].filter(Boolean).join(': '), mask),
    ),
    recordedExchange(exchange, read, about, mask),
  ];
}

function recordedExchange(
  { sent, reply, failure, end, failedAt }: Exchange,
  read: ReadReply | null,
  about: string,
  mask: TextMask,
): RecordedExchange {
  return {
    about,
    startedAt: sent.startedAt,
    milliseconds: Math.round(end?.at ?? failedAt ?? 0),
    request: recordedRequest(sent.plan, mask),
    reply: reply && recordedReply(reply, read?.text ?? '', end?.replyBytes ?? reply.received, mask),
    failure: failure && recordedFailure(failure, reply !== null, mask),
    verdict: read?.verdict ? recordedVerdict(read.verdict, mask) : null,
  };
}

/** Of what is fetched the head alone: it may be anything. */
export function recordedFetch(get: MediaGet, mask: TextMask): RecordedExchange {
  const { startedAt, milliseconds, reply, failure, bytes } = get;
  return {
    about: 'media_url fetched',
    startedAt,
    milliseconds,
    request: recordedGet(get, mask),
    reply: reply && recordedReply(reply, '', bytes, mask),
    failure: failure && recordedFailure(failure, reply !== null, mask),
    verdict: null,
  };
}
