/** index.html with the first visit's page in it, which names the origin that it is served under. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { boundaryFrom, boundaryRandomBytes } from '../../core/request/boundary.ts';
import { senderHere, senderWords } from '../../wire/sender.ts';
import { boundaryPattern, inertRoot, prerenderedHost } from './prerender-plugin.ts';

export function isIndexPage(request: IncomingMessage): boolean {
  return /^\/(?:index\.html)?(?:\?|$)/.test(request.url ?? '');
}

/** `origin`: null where it is not known; never a text that a caller could put markup into. */
export function sendIndexPage(
  folder: string,
  origin: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = origin === null ? html : withOrigin(html, origin);
  // A fresh boundary for each visit (MP-9), the same in what is shown first and in what is sent.
  const boundary = boundaryFrom(randomBytes(boundaryRandomBytes));
  const own = named.replaceAll(boundaryPattern, boundary);
  const page = Buffer.from(own.replace(inertRoot, `${inertRoot} data-boundary="${boundary}"`));
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? gzipSync(page) : null;
  response.writeHead(200, {
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Length': (zipped ?? page).length,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding, Host',
    ...(zipped && { 'Content-Encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : (zipped ?? page));
}

/** The page names its origin in the URL, its host alone in the head, and which computer sends. */
function withOrigin(html: string, origin: string): string {
  const { host, hostname } = new URL(origin);
  const named = html.replaceAll(`http://${prerenderedHost}`, origin).replaceAll(prerenderedHost, host);
  const { from, through, explanation } = senderWords(hostname);
  return named
    .replaceAll(senderHere.from, from)
    .replaceAll(senderHere.through, through)
    .replaceAll(senderHere.explanation, explanation);
}
