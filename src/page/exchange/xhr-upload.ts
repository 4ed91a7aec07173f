/**
 * The thin edge between the page and the proxy: it gets an upload ready and hands it to the worker that
 * sends it and takes in the reply. All that they learn goes out as actions of an exchange.
 */

import { bodyChunks } from '../../core/request/bytes.ts';
import { envelopeLine } from '../../upload/envelope.ts';
import type { Sent } from '../../upload/exchange.ts';
import { type FailureCode, maxEnvelopeBytes } from '../../upload/protocol.ts';
import { diskState, edgeState } from '../media/chosen-file.ts';
import { watchFile } from '../media/file-watch.ts';
import type { DiskState } from '../media/fingerprint.ts';
import type { MediaBytes } from '../media/media.ts';
import type { ExchangeAction } from './exchange.ts';
import type { ReplyWorker } from './reply-worker-client.ts';
import { askToken } from './token.ts';

/**
 * Starts at once. `media`: null where the bundled sample can't be loaded. `report` gets every step; the
 * last one ends the exchange. Where it is aborted, the proxy closes its connection to the server.
 */
export async function sendUpload(
  worker: ReplyWorker,
  sent: Sent,
  media: Promise<MediaBytes | null>,
  report: (action: ExchangeAction) => void,
  signal: AbortSignal,
): Promise<void> {
  const fail = (code: FailureCode, detail: string) => report({ type: 'failed', code, detail });
  signal.addEventListener('abort', () => {
    fail('cancelled', '');
    worker.abort();
  });
  const bytes = await media;
  if (signal.aborted) return;
  if (bytes === null) return fail('media-unreadable', 'The sample is not there.');
  const prepared = await prepare(sent, bytes, signal);
  if (signal.aborted) return;
  if (!prepared.ok) return fail(prepared.code, prepared.detail);
  const { chosen } = bytes;
  report({ type: 'prepared', local: { body: prepared.body, chosen, source: worker } });
  transfer(worker, prepared, chosen, signal, report);
}

type Prepared =
  | {
      readonly ok: true;
      readonly token: string;
      readonly line: Uint8Array<ArrayBuffer>;
      readonly body: Blob;
    }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

async function prepare(sent: Sent, { blob, chosen }: MediaBytes, signal: AbortSignal): Promise<Prepared> {
  const { plan } = sent;
  const line = envelopeLine(sent);
  if (line === null)
    return {
      ok: false,
      code: 'envelope-invalid',
      detail: `URL and headers are over ${maxEnvelopeBytes / 1024} KiB.`,
    };
  const chunks = bodyChunks(plan).map((chunk) => (chunk === 'media' ? blob : chunk));
  const body = new Blob(chunks);
  if (body.size !== plan.bodyLength) {
    return { ok: false, code: 'media-unreadable', detail: 'Its size is not the one of the preview.' };
  }
  const state = chosen && chunks.includes(blob) ? await diskState(chosen) : 'as-chosen';
  if (state !== 'as-chosen') return { ok: false, code: failureOf[state], detail: '' };
  const asked = await askToken(signal);
  return asked.ok ? { ...asked, line, body } : asked;
}

const failureOf: Readonly<Record<Exclude<DiskState, 'as-chosen'>, FailureCode>> = {
  changed: 'media-changed',
  unreadable: 'media-unreadable',
};

/**
 * The worker sends; the file stays under watch here. The browser says no more than "error" of a transfer
 * that broke, and whether it is the file's, the file itself tells.
 */
function transfer(
  worker: ReplyWorker,
  { token, line, body }: Extract<Prepared, { ok: true }>,
  chosen: MediaBytes['chosen'],
  signal: AbortSignal,
  report: (action: ExchangeAction) => void,
): void {
  const fileChanged = () => report({ type: 'failed', code: 'media-changed-while-sent', detail: '' });
  const endWatch = watchFile(chosen, () => {
    fileChanged();
    worker.abort();
  });
  signal.addEventListener('abort', endWatch);
  worker.send({ token, line, body }, (action) => {
    // Once the body has left, the file may be what it likes.
    const isSent = action.type === 'events' && action.events.some(({ type }) => type === 'body-sent');
    if (isSent || action.type === 'closed' || action.type === 'failed') endWatch();
    if (action.type !== 'failed' || action.code !== 'proxy-unreachable' || chosen === null)
      return report(action);
    void edgeState(chosen).then((state) => (state === 'as-chosen' ? report(action) : fileChanged()));
  });
}
