/** What the history keeps of an upload. Pure. */
import type { BuiltRequest } from '../../core/build-request.ts';
import { recipient } from '../../core/template/parameter-catalogue.ts';
import type { Upload } from '../exchange/exchange.ts';
import { phasesOf } from '../exchange/phases.ts';
import type { ReplyReading } from '../exchange/reply-reading.ts';
import { detailOfFailure, type FailureWords } from '../state/failures.ts';
import type { Outcome } from '../state/outcome/outcome-of.ts';
import type { EntryDetails, RequestRecord, Summary } from './entry.ts';
import { entryVersion } from './entry.ts';
import { replyRecord, verdictRecord } from './reply-record.ts';
import { requestRecord } from './request-record.ts';

export interface SentUpload {
  readonly upload: Upload;
  readonly outcome: Outcome;
  /** Null where the reply was not read. */
  readonly reading: ReplyReading | null;
  /** Null where it is not known. */
  readonly built: BuiltRequest | null;
  readonly mediaHash: NonNullable<RequestRecord['media']>['hash'];
  /** Null where it could not be loaded. */
  readonly failures: FailureWords | null;
}

/** Characters of a URL, and of a text, in a list. */
const mostInList = 2000;

export function summaryOf(sent: SentUpload): Summary {
  const { built } = sent;
  const { exchange } = sent.upload;
  const { plan } = exchange.sent;
  const to = built?.rewriting?.to ?? built?.inputs.parameters[recipient] ?? '';
  const file = plan.body.find(({ kind }) => kind === 'media');
  return {
    version: entryVersion,
    method: plan.method,
    url: plan.url.slice(0, mostInList),
    host: plan.host.slice(0, mostInList),
    recipient: to.slice(0, mostInList),
    media:
      file?.kind === 'media'
        ? {
            name: plan.fileName.slice(0, mostInList),
            type: plan.mediaType.slice(0, mostInList),
            size: file.size,
          }
        : null,
    result: resultOf(sent),
    status: exchange.reply?.status ?? null,
    ms: exchange.end?.at ?? exchange.failedAt,
  };
}

function resultOf({ outcome, failures }: SentUpload): Summary['result'] {
  switch (outcome.kind) {
    case 'judged': {
      const { title, tone, verdict } = outcome;
      const isGood = title === 'Upload succeeded';
      const kind = !isGood ? 'failed' : tone === 'good' ? 'succeeded' : 'doubtful';
      const text = (verdict.success ? verdict.mediaUrl : verdict.shown)?.text ?? '';
      return { kind, title, text: text.slice(0, mostInList) };
    }
    case 'transport': {
      const { failure } = outcome;
      const kind = failure.code === 'cancelled' ? 'cancelled' : 'no-reply';
      return { kind, title: titleOf(outcome, failures), text: detailOfFailure(failure).slice(0, mostInList) };
    }
    case 'unjudged':
      return { kind: 'unjudged', title: 'No verdict', text: outcome.text };
    case 'running':
      return {
        kind: 'no-reply',
        title: 'No reply: left too early',
        text: 'The page was closed, or the next upload was sent, before the reply was read.',
      };
  }
}

function titleOf(
  { failure }: Extract<Outcome, { kind: 'transport' }>,
  failures: FailureWords | null,
): string {
  if (failures === null) return 'No reply';
  const { kind, title } = failures.failures[failure.code];
  return `${kind}: ${title}`;
}

/** With its passwords. */
export function detailsOf(sent: SentUpload, session: object): EntryDetails {
  const { upload, outcome, reading, failures, mediaHash } = sent;
  const { exchange, earlier } = upload;
  const { phases, total } = phasesOf(exchange);
  return {
    version: entryVersion,
    request: requestRecord(exchange.sent.plan, mediaHash),
    reply: replyRecord(exchange, reading),
    verdict: verdictRecord(outcome),
    failure:
      outcome.kind === 'transport'
        ? {
            code: outcome.failure.code,
            title: titleOf(outcome, failures),
            detail: outcome.failure.detail.slice(0, mostInList),
          }
        : null,
    timing: { phases: phases.map(({ name, ms }) => ({ name, ms })), total },
    logins: earlier.map(({ exchange: { reply }, scheme }) => ({ scheme, status: reply?.status ?? 0 })),
    session,
    secrets: [],
    blanks: [],
  };
}
