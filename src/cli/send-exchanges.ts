/** An upload as the command line does it: without a proxy, and checked against the request as it was built. */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { answerChallenge } from '../core/request/answer-challenge.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { sendUpload } from '../server/upload/send-upload.ts';
import { envelopeOf } from '../upload/envelope.ts';
import type * as shared from '../upload/exchange.ts';
import { mediaRanges } from '../upload/media-ranges.ts';
import { type Comparison, compareBody } from '../upload/receipt-comparison.ts';
import { ReplyCollector } from '../upload/reply-collector.ts';
import { runUpload, type UploadIo } from '../upload/run-upload.ts';
import { createRunningHash } from '../upload/running-hash.ts';
import { type SentSha256, type Sha256, withSha256 } from '../upload/sent-sha256.ts';
import { writtenHead } from '../upload/written-head.ts';
import { bodyBytes } from './input/body-bytes.ts';
import type { MediaFile } from './input/media-file.ts';
import { MediaChanged } from './input/steady-reader.ts';

/** Its reply is kept where it was collected. */
export type Exchange = shared.Exchange<ReplyCollector>;

export interface SendChoices {
  readonly signal: AbortSignal;
  readonly acceptCertificate?: string | undefined;
}

/** What left, and what came of comparing it with the request as built; of an early end, its beginning. */
export interface ReceiptCheck {
  readonly head: Uint8Array;
  readonly receipt: NonNullable<Exchange['receipt']>;
  /** Else why there is none: the media changed since, or this Node has no WebAssembly to hash with. */
  readonly comparison: Comparison | 'media-changed' | 'not-hashed';
  /** Of the bytes that were sent; null where these are not known to be those that were read. */
  readonly sha256: SentSha256 | null;
}

export interface CheckedExchange {
  readonly exchange: Exchange;
  /** Null where nothing left. */
  readonly check: ReceiptCheck | null;
}

export interface SentExchanges {
  /** Those that ended in a challenge which was answered, with what that led to. */
  readonly earlier: readonly (CheckedExchange & { readonly text: string })[];
  readonly last: CheckedExchange;
  /** Why the challenge of the last one was not answered; null where nothing was asked. */
  readonly unanswered: string | null;
}

export async function sendExchanges(
  plan: RequestPlan,
  media: MediaFile,
  choices: SendChoices,
): Promise<SentExchanges> {
  const upload = await runUpload(plan, ioOf(media), choices);
  const earlier = [];
  for (const { exchange, text } of upload.earlier)
    earlier.push({ ...(await checked(exchange, media)), text });
  return { earlier, last: await checked(upload.exchange, media), unanswered: upload.unanswered };
}

function ioOf(media: MediaFile): UploadIo<ReplyCollector> {
  return {
    send: (sent, report, signal) => {
      const reply = new ReplyCollector();
      report({ type: 'prepared', local: reply });
      return sendUpload(envelopeOf(sent), Readable.from(bodyBytes(sent.plan, media)), {
        signal,
        report: (event) => report({ type: 'events', events: reply.take([event]) }),
      });
    },
    loadAnswer: async () => answerChallenge,
    randomNonce: () => randomBytes(16).toString('hex'),
    now: () => Date.now(),
  };
}

/** What was sent by the receipt, against the request as it was built; the media is read once more for it. */
async function checked(exchange: Exchange, media: MediaFile): Promise<CheckedExchange> {
  const written = writtenHead(exchange);
  const { receipt, sent } = exchange;
  if (written === null || receipt === null) return { exchange, check: null };
  const check = (body: ReceiptCheck['comparison'], sha256: ReceiptCheck['sha256'] = null) => {
    const comparison = written.comparison.kind === 'different' ? written.comparison : body;
    return { exchange, check: { head: written.bytes, receipt, comparison, sha256 } };
  };
  const running = await createRunningHash();
  if (running === null) return check('not-hashed');
  const { plan } = sent;
  const hash = withSha256(running, mediaRanges(plan)[0] ?? null, nodeSha256(), nodeSha256());
  try {
    const body = await compareBody(receipt, bodyBytes(plan, media), plan.bodyLength, hash);
    return check(body ?? 'not-hashed', body?.kind === 'equal' ? hash.sha256() : null);
  } catch (error) {
    if (error instanceof MediaChanged) return check('media-changed');
    throw error;
  }
}

function nodeSha256(): Sha256 {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
