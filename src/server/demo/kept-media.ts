/** `GET /demo/media/ID`: an upload's file, byte for byte. It comes from the page's own origin and may do nothing there. */
import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { octetStream, typeFromBytes } from '../../core/request/media-type.ts';
import { demoMediaPath, keptMedia } from '../../demo/report.ts';
import { isKnown } from '../page/conditions.ts';
import { rangeOf } from './byte-range.ts';
import type { ByteStore, KeptBytes } from './byte-store.ts';

/**
 * A stranger's bytes: no script of them runs (`sandbox`), no type is guessed from them (`nosniff`), and
 * no other origin's page may embed them. The image and video document of a browser loads from itself.
 */
const harmless: OutgoingHttpHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** A browser's own player asks for the clip as the document's origin. Still no script runs (`allow-scripts`). */
const policyOfClip =
  "sandbox allow-same-origin; default-src 'none'; media-src 'self'; style-src 'unsafe-inline'";

/** A body as it came, for the page to read. */
export async function answerBytes(
  kept: KeptBytes,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { ...harmless, ...asDownload, 'Content-Length': kept.size });
  if (method === 'HEAD') response.end();
  else await write(kept, 0, kept.size, response);
}

/** Called for GET and HEAD. `store` is null where nothing is kept. */
export async function answerMedia(
  store: ByteStore | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?', 1);
  const media = store?.get(path.slice(demoMediaPath.length)) ?? null;
  if (media === null) return answerMissing(request, response);
  const etag = `"${media.id}"`;
  const about = { ...harmless, ...typeHeaders(media), ETag: etag, 'Accept-Ranges': 'bytes' };
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, about).end();
    return;
  }
  const range = rangeOf(request, media.size, etag);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...harmless, 'Content-Range': `bytes */${media.size}`, 'Content-Length': 0 });
    response.end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: media.size };
  response.writeHead(range === null ? 200 : 206, {
    ...about,
    'Content-Length': end - start,
    ...(range !== null && { 'Content-Range': `bytes ${start}-${end - 1}/${media.size}` }),
  });
  if (request.method === 'HEAD') response.end();
  else await write(media, start, end, response);
}

function typeHeaders({ blocks: [head] }: KeptBytes): OutgoingHttpHeaders {
  const type = head === undefined ? null : typeFromBytes(head);
  if (type === 'video/mp4') return { 'Content-Type': type, 'Content-Security-Policy': policyOfClip };
  if (type !== null) return { 'Content-Type': type };
  return asDownload;
}

const asDownload = {
  'Content-Type': octetStream,
  'Content-Disposition': 'attachment; filename="upload.bin"',
};

/** No faster than it is read; ends when the bytes are no longer kept, that a slow reader may not hold them. */
async function write(media: KeptBytes, start: number, end: number, response: ServerResponse): Promise<void> {
  let at = 0;
  for (const block of media.blocks) {
    const piece = block.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += block.length;
    if (piece.length === 0 || response.write(piece)) continue;
    const over = new AbortController();
    const stop = () => over.abort();
    response.once('close', stop);
    media.gone.addEventListener('abort', stop);
    if (media.gone.aborted || response.destroyed) stop();
    await once(response, 'drain', { signal: over.signal }).catch(() => {});
    media.gone.removeEventListener('abort', stop);
    response.off('close', stop);
    if (over.signal.aborted) {
      response.destroy();
      return;
    }
  }
  response.end();
}

function answerMissing(request: IncomingMessage, response: ServerResponse): void {
  const minutes = keptMedia.milliseconds / 60_000;
  const text = `There is no file at this address.

The demo server keeps an uploaded file for ${minutes} minutes and ${keptMedia.bytes / 2 ** 20} MiB in all: the oldest
make room for the newest, and an upload that is larger is read but not kept. Send it again to get a new address.
`;
  response.writeHead(404, {
    ...harmless,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
