/** A reply and the verdict on it as the history keeps them. Pure. */

import type { Excerpt } from '../exchange/excerpt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { ReplyReading } from '../exchange/reply-reading.ts';
import type { Outcome } from '../state/outcome/outcome-of.ts';
import type { CutText, ReplyRecord, VerdictRecord } from './entry.ts';
import { TextBudget } from './text-budget.ts';

/** Characters of a body, and of all headers. */
const mostText = 64 * 1024;
const mostHeaders = 500;
/** Characters of one of the verdict's texts. */
const mostShown = 8 * 1024;
const mostReasons = 50;

/** Null without a reply. `reading`: null where it could not be read. */
export function replyRecord({ reply, end }: Exchange, reading: ReplyReading | null): ReplyRecord | null {
  if (reply === null) return null;
  const { httpVersion, status, statusText } = reply;
  const headers = new TextBudget(mostText).takePairs(reply.headers.slice(0, mostHeaders));
  const length = reading && reading.raw.text.length + reading.raw.hidden;
  const text = reading && (reading.whole ?? reading.raw.text);
  return {
    httpVersion,
    status,
    statusText: statusText.slice(0, 1000),
    headers,
    moreHeaders: reply.headers.length - headers.length,
    body: text === null || length === null ? null : new TextBudget(mostText).take(text, length),
    bodyBytes: end?.replyBytes ?? reply.received,
  };
}

/** Null where there is none. */
export function verdictRecord(outcome: Outcome): VerdictRecord | null {
  if (outcome.kind !== 'judged') return null;
  const { success, shown, generic, mediaUrl, path, reasons } = outcome.verdict;
  return {
    success,
    shown: shown && cut(shown),
    generic,
    mediaUrl: mediaUrl && cut(mediaUrl),
    path,
    reasons: reasons.slice(0, mostReasons).map(({ rule, tone, text }) => ({ rule, tone, text })),
    caveats: [...outcome.caveats],
  };
}

function cut({ text, hidden }: Excerpt): CutText {
  return new TextBudget(mostShown).take(text, text.length + hidden);
}
