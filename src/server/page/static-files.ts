/** The built page's files. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { localSite, type Site } from '../guard/site.ts';
import { isIndexPage, sendIndexPage } from './index-page.ts';
import { securityHeadersFor } from './security-headers.ts';

export type StaticHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Where the build put the page: null where there is none. Looked for from this module upwards to
 * its package, because a program built in chunks lies at no fixed depth.
 */
export function findPage(from: string = dirname(fileURLToPath(import.meta.url))): string | null {
  const page = [join(from, 'client'), join(from, 'dist', 'client')].find(isPage);
  if (page !== undefined) return page;
  const above = dirname(from);
  return above === from || existsSync(join(from, 'package.json')) ? null : findPage(above);
}

export function isPage(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

/**
 * `folder` holds index.html and, with hashes in their names, what it loads in `assets`. Requests
 * are those that `site` let pass.
 */
export function createStaticHandler(folder: string, site: Site = localSite): StaticHandler {
  // `dev` looks files up when asked for: a list made at the start would name files that a later
  // build has taken away, and opening one of those ends the process.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    const headers = securityHeadersFor(request.url ?? '');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return say(response, 405, 'Files are only read here.');
    }
    // Of the build's own, such as its manifest.
    if (/\/\.|%/.test(request.url?.split('?', 1)[0] ?? '')) return notFound(response);
    if (isIndexPage(request)) return sendIndexPage(folder, site.originOf(request), request, response);
    try {
      files(request, response, () => notFound(response));
    } catch {
      // A range that is none.
      if (response.headersSent) response.destroy();
      else say(response, 400, 'This request was not understood.');
    }
  };
}

function notFound(response: ServerResponse): void {
  say(response, 404, 'There is nothing at this address.');
}

function say(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(body);
}
