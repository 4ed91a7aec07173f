/** `POST /api/send`: passes an upload on to its target. Called only for requests that passed the guard. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import { blockBodyOf } from '../reused-reads/block-body.ts';
import type { Failure } from '../upload/failure.ts';
import { type SendOptions, sendUpload } from '../upload/send-upload.ts';
import { isFailure } from '../upload/target.ts';
import { type ReadEnvelope, readEnvelope } from './envelope.ts';
import { EventLines } from './event-lines.ts';
import { readToEnd } from './read-to-end.ts';

export interface ProxyOptions
  extends Pick<SendOptions, 'policy' | 'hostPolicy' | 'ownPort' | 'longest' | 'lookup'> {
  readonly timeout?: number;
  /** Answers once the body was read: a balancer in front may pass on no more of it after that (README.md). */
  readonly answersLate?: boolean;
  /** Sees every event, whether or not the page is still there to read it. */
  readonly observe?: (event: ProtocolEvent) => void;
}

/** Milliseconds in which a caller must send its envelope, and go on with a body that is dropped. */
const defaultTimeout = 20_000;

/** Not an error with a stack, of which an abort makes one for each upload. */
const gone = 'The caller has gone.';

/** Keeps no state: everything needed is in the request, everything that happens is in the response. */
export async function handleSend(
  request: IncomingMessage,
  response: ServerResponse,
  options: ProxyOptions = {},
): Promise<void> {
  const { timeout = defaultTimeout } = options;
  const cancelled = new AbortController();
  let isAnswered = false;
  // The page cancelled, or has gone: close the connection to the target at once.
  response.on('close', () => {
    if (!isAnswered) cancelled.abort(gone);
  });
  // Written with the first events.
  response.statusCode = 200;
  response.setHeader('Content-Type', 'application/x-ndjson');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Whatever else the caller might send on this connection, its body may not have been read.
  response.setHeader('Connection', 'close');
  const lines = new EventLines(response, cancelled.signal, options.answersLate);
  const report = (event: ProtocolEvent): void | Promise<void> => {
    options.observe?.(event);
    if (response.destroyed) return undefined;
    const taken = lines.add(event);
    if (event.type === 'body-sent') lines.release();
    return taken;
  };
  const read = await readEnvelope(request, timeout);
  const failure = isFailure(read) ? read : lengthFailure(request, read);
  const blockBody = isFailure(read) || failure !== null ? null : blockBodyOf(request, read.length);
  if (failure !== null) await report({ type: 'error', at: 0, ...failure });
  else if (!isFailure(read)) {
    await sendUpload(read.envelope, blockBody ?? request, {
      ...options,
      report,
      signal: cancelled.signal,
    });
  }
  // Chromium reads a response with status 200 only once its upload is complete, and fails where the
  // connection ends before that. So the rest of the upload is read and dropped.
  await (blockBody?.readToEnd(timeout) ?? readToEnd(request, timeout));
  isAnswered = true;
  lines.end();
}

/** Checked before anything is sent: half an upload at the target helps nobody. */
function lengthFailure(request: IncomingMessage, { envelope, length }: ReadEnvelope): Failure | null {
  const announced = request.headers['content-length'];
  if (announced === undefined) return null;
  const body = Number(announced) - length;
  if (body === envelope.bodyLength) return null;
  const code = body < envelope.bodyLength ? 'body-too-short' : 'body-too-long';
  return { code, detail: `The body has ${body} bytes; the envelope says ${envelope.bodyLength}.` };
}
