/** `POST /api/send`: the upload's way out. Called only for requests that the guard let pass. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WireEvent } from '../wire/protocol.ts';
import { readEnvelope } from './envelope.ts';
import { type SendOptions, sendUpload } from './send-upload.ts';
import { isFailure } from './target.ts';

/** Keeps no state: the request holds all there is to know, the response tells all that happens. */
export async function handleSend(
  request: IncomingMessage,
  response: ServerResponse,
  options: Pick<SendOptions, 'policy' | 'lookup'> = {},
): Promise<void> {
  const cancelled = new AbortController();
  // The page cancelled, or is gone: close the way to the target at once.
  response.on('close', () => cancelled.abort());
  response.writeHead(200, {
    'Content-Type': 'application/x-ndjson',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // A browser that is still uploading reads an early answer only where the connection ends.
    Connection: 'close',
  });
  response.flushHeaders();
  const report = async (event: WireEvent) => {
    if (response.destroyed || response.write(`${JSON.stringify(event)}\n`)) return;
    await Promise.race([once(response, 'drain'), once(response, 'close')]).catch(() => {});
  };
  const envelope = await readEnvelope(request);
  if (isFailure(envelope)) await report({ type: 'error', at: 0, ...envelope });
  else await sendUpload(envelope, request, { ...options, report, signal: cancelled.signal });
  response.end();
}
