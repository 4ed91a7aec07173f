/** index.html with the first visit's page in it, which names this server's own address. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { boundaryFrom, boundaryRandomBytes } from '../core/request/boundary.ts';
import { boundaryPattern, inertRoot, prerenderedHost } from './prerender-plugin.ts';

const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?$/;

export function isIndexPage(request: IncomingMessage): boolean {
  return /^\/(?:index\.html)?(?:\?|$)/.test(request.url ?? '');
}

export function sendIndexPage(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const host = request.headers.host ?? '';
  // Only a name of this machine is written into the page: nobody puts markup there through a header.
  const named = ownHost.test(host) ? html.replaceAll(prerenderedHost, host) : html;
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
