/**
 * An upload: one exchange, or several where the server asks for a login (HDR-6), one after the other. The proxy keeps no state, so each is a whole request of its own; the verdict is on the
 * last. What it needs of its surroundings comes from outside.
 */
import type { answerChallenge, LoginScheme } from '../../core/request/answer-challenge.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import type { MediaBytes } from '../media/media.ts';
import { advanceExchange, type Exchange, type ExchangeAction, type Sent, startExchange } from './exchange.ts';

/** An exchange that ended in a challenge, and what that led to. */
export interface EarlierExchange {
  readonly exchange: Exchange;
  /** How it was answered. */
  readonly scheme: LoginScheme;
  readonly text: string;
}

export interface Upload {
  readonly earlier: readonly EarlierExchange[];
  /** The last one, or the one under way. */
  readonly exchange: Exchange;
  readonly isRunning: boolean;
  /** Why the challenge of the last exchange was not answered; null where nothing was asked. */
  readonly unanswered: string | null;
}

/** What the preview showed when it was sent: an answer to a login has one header more. */
export function previewedPlan({ earlier, exchange }: Upload): RequestPlan {
  return (earlier[0]?.exchange ?? exchange).sent.plan;
}

export interface UploadRequest {
  readonly plan: RequestPlan;
  /** Null where the bundled sample can't be loaded. */
  readonly media: Promise<MediaBytes | null>;
  readonly acceptCertificate?: string | undefined;
}

export interface Sending {
  /** Breaks off what is under way. */
  readonly cancel: () => void;
}

export interface UploadEdges {
  readonly send: (sent: Sent, media: MediaBytes, report: (action: ExchangeAction) => void) => Sending;
  /** Loaded with the first 401. */
  readonly loadAnswer: () => Promise<typeof answerChallenge>;
  /** At least 64 random bits, as text that may stand in quotes. */
  readonly randomNonce: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const notLoaded =
  'The server asks for a login, but the part of the page that answers could not be loaded. Send again to retry.';

/** Starts at once; `onChange` gets every state, the first one before this returns. */
export function startUpload(
  { plan, media, acceptCertificate }: UploadRequest,
  edges: UploadEdges,
  onChange: (upload: Upload) => void,
): Sending {
  const sentOf = (planned: RequestPlan): Sent => ({
    plan: planned,
    startedAt: edges.now(),
    ...(acceptCertificate !== undefined && { acceptCertificate }),
  });
  let sending: Sending | null = null;
  let upload: Upload = {
    earlier: [],
    exchange: startExchange(sentOf(plan)),
    isRunning: true,
    unanswered: null,
  };
  const change = (next: Partial<Upload>) => {
    upload = { ...upload, ...next };
    onChange(upload);
  };

  const advance = (action: ExchangeAction) => {
    if (!upload.isRunning) return;
    const exchange = advanceExchange(upload.exchange, action);
    if (exchange === upload.exchange) return;
    const isChallenged = exchange.stage === 'done' && !exchange.failure && exchange.reply?.status === 401;
    change({ exchange, isRunning: exchange.stage !== 'done' || isChallenged });
    if (isChallenged) void answer(exchange);
  };

  const sendExchange = async () => {
    const { exchange } = upload;
    const bytes = await media;
    if (!upload.isRunning || upload.exchange !== exchange) return;
    if (bytes === null) {
      advance({ type: 'failed', code: 'media-unreadable', detail: 'The sample is not there.' });
      return;
    }
    // What an exchange still has to say when it is over does not belong to the next one.
    sending = edges.send(exchange.sent, bytes, (action) => {
      if (upload.exchange.sent === exchange.sent) advance(action);
    });
  };

  const answer = async (exchange: Exchange) => {
    const load = edges.loadAnswer().catch(() => null);
    const answerWith = await load;
    if (!upload.isRunning) return;
    if (answerWith === null) return change({ isRunning: false, unanswered: notLoaded });
    const { status = 0, headers = [] } = exchange.reply ?? {};
    const asked = { plan, status, headers, answers: upload.earlier.length };
    const answered = answerWith(asked, edges.randomNonce());
    switch (answered.kind) {
      case 'none':
        return change({ isRunning: false });
      case 'unanswered':
        return change({ isRunning: false, unanswered: answered.text });
      case 'answer':
        change({
          earlier: [...upload.earlier, { exchange, scheme: answered.scheme, text: answered.text }],
          exchange: startExchange(sentOf(answered.plan)),
        });
        return sendExchange();
    }
  };

  const cancel = () => {
    if (!upload.isRunning) return;
    sending?.cancel();
    advance({ type: 'failed', code: 'cancelled', detail: '' });
    if (upload.isRunning) change({ isRunning: false });
  };

  onChange(upload);
  void sendExchange();
  return { cancel };
}
