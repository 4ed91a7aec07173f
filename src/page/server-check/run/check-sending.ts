/** The uploads of a check: through the proxy as every upload of the page, from the worker that runs the check. */
import { bodyChunks } from '../../../core/request/bytes.ts';
import { madePieces } from '../../../server-check/media/made-media.ts';
import type { MadeMedia } from '../../../server-check/scenario.ts';
import { envelopeLine } from '../../../upload/envelope.ts';
import type { ExchangeAction, Sent } from '../../../upload/exchange.ts';
import { type FailureCode, maxEnvelopeBytes } from '../../../upload/protocol.ts';
import { ReplyCollector } from '../../../upload/reply-collector.ts';
import { askToken } from '../../exchange/token.ts';
import { transfer } from '../../exchange/transfer.ts';
import { wait, waitAsked, waitWords } from './proxy-patience.ts';

/** What is kept with an exchange. */
export interface CheckLocal {
  readonly collector: ReplyCollector;
}

type Report = (action: ExchangeAction<CheckLocal>) => void;

export interface SendingChoices {
  /** Null where it can't be had. */
  readonly media: Blob | null;
  /** Of the body; null for as fast as it is taken. */
  readonly bytesPerSecond: number | null;
  readonly signal: AbortSignal;
  /** What it waits for; null for nothing any more. */
  readonly say: (text: string | null) => void;
}

/** Made on the spot, of references to one block. */
export function blobOf(made: MadeMedia): Blob {
  return new Blob([...madePieces(made)]);
}

export async function sendInCheck(sent: Sent, choices: SendingChoices, report: Report): Promise<void> {
  const { media, bytesPerSecond, signal, say } = choices;
  const fail = (code: FailureCode, detail = '') => report({ type: 'failed', code, detail });
  if (signal.aborted) return fail('cancelled');
  signal.addEventListener('abort', () => fail('cancelled'), { once: true });
  const line = envelopeLine({ ...sent, ...(bytesPerSecond !== null && { pace: bytesPerSecond }) });
  if (line === null)
    return fail('envelope-invalid', `URL and headers are over ${maxEnvelopeBytes / 1024} KiB.`);
  const chunks = bodyChunks(sent.plan);
  if (media === null && chunks.includes('media')) return fail('media-unreadable', 'It is not there.');
  const body = new Blob(chunks.map((chunk) => (chunk === 'media' ? (media ?? new Blob()) : chunk)));
  if (body.size !== sent.plan.bodyLength)
    return fail('media-unreadable', 'Its size is not the one of the preview.');
  while (!signal.aborted) {
    const asked = await askToken(signal);
    const longer = asked.ok
      ? await sendOnce({ token: asked.token, line, body }, signal, report)
      : waitAsked(asked.response?.status ?? 0, asked.response?.headers.get('Retry-After') ?? null);
    if (longer === null) return asked.ok ? undefined : fail(asked.code, asked.detail);
    say(waitWords(longer));
    await wait(longer, signal);
    say(null);
  }
}

/** Milliseconds until it may be tried again; null where it is done. */
function sendOnce(
  order: Parameters<typeof transfer>[0],
  signal: AbortSignal,
  report: Report,
): Promise<number | null> {
  const collector = new ReplyCollector();
  return new Promise((resolve) => {
    report({ type: 'prepared', local: { collector } });
    signal.addEventListener('abort', () => resolve(null), { once: true });
    const onAction: Parameters<typeof transfer>[3] = async (action) => {
      // The browser says no more than "error" of a transfer that broke; whether it is the file's, the file itself tells.
      const isFile =
        action.type === 'failed' && action.code === 'proxy-unreachable' && !(await canRead(order.body));
      report(isFile ? { type: 'failed', code: 'media-changed-while-sent', detail: '' } : action);
      if (action.type === 'closed' || action.type === 'failed') resolve(null);
    };
    transfer(order, collector, signal, onAction, (request) => {
      const longer = waitAsked(request.status, request.getResponseHeader('Retry-After'));
      if (longer !== null) resolve(longer);
      return longer !== null;
    });
  });
}

/** Not where the file in it was changed or moved since it was chosen. */
async function canRead(body: Blob): Promise<boolean> {
  try {
    const middle = Math.floor(body.size / 2);
    await body.slice(middle, middle + 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
