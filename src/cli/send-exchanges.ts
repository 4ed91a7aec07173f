/** An upload as the command line does it: as many exchanges as a login takes (HDR-6). */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { answerChallenge } from '../core/request/answer-challenge.ts';
import { headBytes } from '../core/request/bytes.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { sendUpload } from '../server/upload/send-upload.ts';
import { envelopeOf } from '../upload/envelope-of-plan.ts';
import { mediaRanges } from '../upload/media-ranges.ts';
import { compareBody, compareBytes } from '../upload/receipt-comparison.ts';
import { createRunningHash } from '../upload/running-hash.ts';
import { type Sha256, withSha256 } from '../upload/sent-sha256.ts';
import { ExchangeRecord, type ReceiptCheck } from './exchange-record.ts';
import { bodyBytes } from './input/body-bytes.ts';
import type { MediaFile } from './input/media-file.ts';
import { MediaChanged } from './input/steady-reader.ts';

export interface SendChoices {
  readonly signal: AbortSignal;
  readonly acceptCertificate?: string | undefined;
}

export interface SentExchanges {
  /** Those that ended in a challenge which was answered, with what that led to. */
  readonly earlier: readonly { readonly record: ExchangeRecord; readonly text: string }[];
  readonly last: ExchangeRecord;
  /** Why the challenge of the last one was not answered; null where nothing was asked. */
  readonly unanswered: string | null;
}

export async function sendExchanges(
  plan: RequestPlan,
  media: MediaFile,
  choices: SendChoices,
): Promise<SentExchanges> {
  const earlier: { record: ExchangeRecord; text: string }[] = [];
  for (let planned = plan; ; ) {
    const record = await exchange(planned, media, choices);
    const outcome = record.outcome();
    if (outcome.kind === 'failure') return { earlier, last: record, unanswered: null };
    const { status, headers } = outcome.head;
    const asked = { plan, status, headers, answers: earlier.length };
    const answered = answerChallenge(asked, randomBytes(16).toString('hex'));
    if (answered.kind === 'none') return { earlier, last: record, unanswered: null };
    if (answered.kind === 'unanswered') return { earlier, last: record, unanswered: answered.text };
    earlier.push({ record, text: answered.text });
    planned = answered.plan;
  }
}

async function exchange(
  plan: RequestPlan,
  media: MediaFile,
  { signal, acceptCertificate }: SendChoices,
): Promise<ExchangeRecord> {
  const record = new ExchangeRecord();
  const body = Readable.from(bodyBytes(plan, media));
  await sendUpload(envelopeOf(plan, acceptCertificate), body, {
    signal,
    report: (event) => record.add(event),
  });
  record.check = await check(plan, media, record);
  return record;
}

/** What left by the receipt, against the request as it was built; the media is read once more for it. */
async function check(
  plan: RequestPlan,
  media: MediaFile,
  record: ExchangeRecord,
): Promise<ReceiptCheck | null> {
  const { head, receipt } = record.left();
  if (head === null || receipt === null) return null;
  const ofHead = compareBytes(headBytes(plan), head);
  const running = await createRunningHash();
  const unknown = (comparison: 'media-changed' | 'not-hashed') => ({
    head,
    receipt,
    comparison: ofHead.kind === 'different' ? ofHead : comparison,
    sha256: null,
  });
  if (running === null) return unknown('not-hashed');
  const hash = withSha256(running, mediaRanges(plan)[0] ?? null, nodeSha256(), nodeSha256());
  try {
    const body = await compareBody(receipt, bodyBytes(plan, media), plan.bodyLength, hash);
    if (body === null) return unknown('not-hashed');
    const comparison = ofHead.kind === 'different' ? ofHead : body;
    return { head, receipt, comparison, sha256: body.kind === 'equal' ? hash.sha256() : null };
  } catch (error) {
    if (error instanceof MediaChanged) return unknown('media-changed');
    throw error;
  }
}

function nodeSha256(): Sha256 {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
