/** A reply, its verdict and a failure as a report keeps them: bounded and masked. */
import type { Verdict } from '../../core/response/verdict.ts';
import type { TextMask } from '../../core/secrets/text-mask.ts';
import type { Failure, Reply } from '../../upload/exchange.ts';
import { failureTitle } from '../../upload/failures.ts';
import type { Reason, RecordedExchange, RecordedReply, RecordedVerdict } from '../report.ts';
import { maskedText } from './cut-text.ts';

const mostHeaders = 100;
const mostOfHeader = 2000;
/** Of one of the verdict's texts. */
const mostShown = 2000;
const mostReasons = 30;

type Head = Pick<Reply, 'httpVersion' | 'status' | 'statusText' | 'headers'>;

/** `text`: what of the body is known as text. */
export function recordedReply(head: Head, text: string, bytes: number, mask: TextMask): RecordedReply {
  const { httpVersion, status, statusText, headers } = head;
  return {
    httpVersion,
    status,
    statusText: maskedText(statusText, mask, mostShown).text,
    headers: headers
      .slice(0, mostHeaders)
      .map(([name, value]) => [
        mask.known(name.slice(0, mostOfHeader)),
        mask.header(name, value.slice(0, mostOfHeader)),
      ]),
    body: maskedText(text, mask),
    bytes,
  };
}

export function recordedVerdict(verdict: Verdict, mask: TextMask): RecordedVerdict {
  const { success, mediaUrl, shown, generic, reasons } = verdict;
  const short = (text: string) => maskedText(text, mask, mostShown).text;
  return {
    success,
    mediaUrl: mediaUrl === undefined ? null : short(mediaUrl),
    shown: shown === null ? null : short(shown),
    generic,
    reasons: reasons.slice(0, mostReasons).map(({ rule, text }) => ({ rule, text: short(text) })),
  };
}

export function recordedFailure(
  { code, detail }: Failure,
  hasReply: boolean,
  mask: TextMask,
): NonNullable<RecordedExchange['failure']> {
  return { code, title: failureTitle(code, hasReply), detail: maskedText(detail, mask, mostShown).text };
}

export function maskedReasons(reasons: readonly Reason[], mask: TextMask): readonly Reason[] {
  return reasons.slice(0, mostReasons).map(({ rule, text }) => ({
    rule,
    text: maskedText(text, mask, mostShown).text,
  }));
}
