/**
 * An upload: one exchange, or several where the server asks for a login (HDR-6), one after the other.
 * Each is a whole request of its own; the verdict is on the last. What sends comes from outside: the
 * page through its proxy, the command line by itself.
 */
import type { answerChallenge, LoginScheme } from '../core/request/answer-challenge.ts';
import type { RequestPlan } from '../core/request/plan.ts';
import { advanceExchange, type Exchange, type ExchangeAction, type Sent, startExchange } from './exchange.ts';

/** An exchange that ended in a challenge, and what that led to. */
export interface EarlierExchange<Local = unknown> {
  readonly exchange: Exchange<Local>;
  /** How it was answered. */
  readonly scheme: LoginScheme;
  readonly text: string;
}

export interface Upload<Local = unknown> {
  readonly earlier: readonly EarlierExchange<Local>[];
  /** The last one, or the one under way. */
  readonly exchange: Exchange<Local>;
  readonly isRunning: boolean;
  /** Why the challenge of the last exchange was not answered; null where nothing was asked. */
  readonly unanswered: string | null;
}

/** What the preview showed when it was sent: an answer to a login has one header more. */
export function previewedPlan({ earlier, exchange }: Upload): RequestPlan {
  return (earlier[0]?.exchange ?? exchange).sent.plan;
}

export interface UploadIo<Local> {
  /** Sends one exchange. The last report ends it, also where `signal` aborts it. */
  readonly send: (
    sent: Sent,
    report: (action: ExchangeAction<Local>) => void,
    signal: AbortSignal,
  ) => void | Promise<void>;
  /** Loaded with the first 401. */
  readonly loadAnswer: () => Promise<typeof answerChallenge>;
  /** At least 64 random bits, as text that may stand in quotes. */
  readonly randomNonce: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface UploadChoices<Local> {
  readonly signal: AbortSignal;
  /** The fingerprint that a person accepted for this server (see `Envelope`). */
  readonly acceptCertificate?: string | undefined;
  /** Gets every state, the first one at once. */
  readonly onChange?: (upload: Upload<Local>) => void;
}

const notLoaded =
  'The server asks for a login, but the part of the page that answers could not be loaded. Send again to retry.';

/** Resolves once no further exchange follows. */
export async function runUpload<Local>(
  plan: RequestPlan,
  io: UploadIo<Local>,
  { signal, acceptCertificate, onChange = () => {} }: UploadChoices<Local>,
): Promise<Upload<Local>> {
  const start = (planned: RequestPlan) =>
    startExchange<Local>({
      plan: planned,
      startedAt: io.now(),
      ...(acceptCertificate !== undefined && { acceptCertificate }),
    });
  let upload: Upload<Local> = { earlier: [], exchange: start(plan), isRunning: true, unanswered: null };
  const change = (next: Partial<Upload<Local>>) => {
    upload = { ...upload, ...next };
    onChange(upload);
    return upload;
  };
  const sendExchange = () =>
    new Promise<Exchange<Local>>((resolve, reject) => {
      const { sent } = upload.exchange;
      const report = (action: ExchangeAction<Local>) => {
        // What an exchange still has to say when it is over does not belong to the next one.
        if (upload.exchange.sent !== sent) return;
        const exchange = advanceExchange(upload.exchange, action);
        if (exchange === upload.exchange) return;
        change({ exchange, isRunning: exchange.stage !== 'done' || isChallenged(exchange) });
        if (exchange.stage === 'done') resolve(exchange);
      };
      Promise.resolve(io.send(sent, report, signal)).catch(reject);
    });

  change({});
  for (;;) {
    const exchange = await sendExchange();
    if (!isChallenged(exchange)) return upload;
    const answerWith = await Promise.race([io.loadAnswer().catch(() => null), whenAborted(signal)]);
    if (signal.aborted) return change({ isRunning: false });
    if (answerWith === null) return change({ isRunning: false, unanswered: notLoaded });
    const { status, headers } = exchange.reply;
    const asked = { plan, status, headers, answers: upload.earlier.length };
    const answer = answerWith(asked, io.randomNonce());
    if (answer.kind === 'none') return change({ isRunning: false });
    if (answer.kind === 'unanswered') return change({ isRunning: false, unanswered: answer.text });
    const { scheme, text } = answer;
    change({ earlier: [...upload.earlier, { exchange, scheme, text }], exchange: start(answer.plan) });
  }
}

function isChallenged<Local>(
  exchange: Exchange<Local>,
): exchange is Exchange<Local> & { readonly reply: NonNullable<Exchange['reply']> } {
  return exchange.stage === 'done' && exchange.failure === null && exchange.reply?.status === 401;
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
