/** The built page's files. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localSite, type Site } from '../guard/site.ts';
import { accepts, isKnown } from './conditions.ts';
import { createIndexPage, isIndexPage } from './index-page.ts';
import { type PageFile, readPageFiles } from './page-files.ts';
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

function isPage(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

/**
 * `folder` holds index.html and, with hashes in their names, what it loads in `assets`; all of it is read
 * now. Null where there is no page to be read. Requests are those that `site` let pass.
 */
export function createStaticHandler(folder: string | null, site: Site = localSite): StaticHandler | null {
  const files = folder === null ? null : filesIn(folder);
  const index = files?.get('/index.html');
  if (!files || index === undefined) return null;
  const sendIndexPage = createIndexPage(index.plain.toString());
  return (request, response) => {
    const headers = securityHeadersFor(request.url ?? '');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return say(response, 405, 'Files are only read here.');
    }
    if (isIndexPage(request)) return sendIndexPage(site.originOf(request), request, response);
    const file = files.get(request.url?.split('?', 1)[0] ?? '');
    if (file === undefined) return say(response, 404, 'There is nothing at this address.');
    sendFile(file, request, response);
  };
}

function filesIn(folder: string): ReadonlyMap<string, PageFile> | null {
  try {
    return readPageFiles(folder);
  } catch {
    return null;
  }
}

/** Always whole: a `Range` may be ignored (RFC 9110, 14.2), and no file here is worth a part of it. */
function sendFile(file: PageFile, { headers }: IncomingMessage, response: ServerResponse): void {
  const given = headers['accept-encoding'];
  const coding = file.br && accepts(given, 'br') ? 'br' : file.gzip && accepts(given, 'gzip') ? 'gzip' : null;
  const body = (coding && file[coding]) ?? file.plain;
  const about = {
    ETag: file.etag,
    'Cache-Control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Accept-Ranges': 'none',
    ...((file.br || file.gzip) && { Vary: 'Accept-Encoding' }),
  };
  if (isKnown(headers['if-none-match'], file.etag)) {
    response.writeHead(304, about).end();
    return;
  }
  response.writeHead(200, {
    ...about,
    'Content-Type': file.type,
    'Content-Length': body.length,
    ...(coding && { 'Content-Encoding': coding }),
  });
  response.end(body);
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
