/** index.html with the first visit's page in it, which names the origin that it is served under. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { boundaryFrom, boundaryRandomBytes } from '../../core/request/boundary.ts';
import { senderHere, senderWords } from '../../upload/sender.ts';
import { boundaryPattern, inertRoot, prerenderedHost } from './built-page.ts';
import { accepts } from './conditions.ts';
import { between, createSplicedGzip } from './spliced-gzip.ts';

export function isIndexPage(request: IncomingMessage): boolean {
  return /^\/(?:index\.html)?(?:\?|$)/.test(request.url ?? '');
}

/** The page under one origin, but for its boundary. */
interface NamedPage {
  readonly plain: (boundary: Buffer) => readonly Buffer[];
  readonly gzip: (boundary: Buffer) => readonly Buffer[];
}

/** `origin`: null where it is not known; never a text that a caller could put markup into. */
export type SendIndexPage = (
  origin: string | null,
  request: IncomingMessage,
  response: ServerResponse,
) => void;

export function createIndexPage(html: string): SendIndexPage {
  // Of our own names only: there are never many.
  const pages = new Map<string | null, NamedPage>();
  const pageFor = (origin: string | null) => {
    // Ports may be written with zeros in front of them.
    const name = origin === null ? null : new URL(origin).origin;
    const known = pages.get(name);
    if (known !== undefined) return known;
    const page = namedPage(name === null ? html : withOrigin(html, name));
    pages.set(name, page);
    return page;
  };
  return (origin, request, response) => {
    const page = pageFor(origin);
    // A fresh boundary for each visit (MP-9), the same in what is shown first and in what is sent.
    const boundary = Buffer.from(boundaryFrom(randomBytes(boundaryRandomBytes)));
    const isZipped = accepts(request.headers['accept-encoding'], 'gzip');
    const pieces = isZipped ? page.gzip(boundary) : page.plain(boundary);
    response.writeHead(200, {
      'Content-Type': 'text/html;charset=utf-8',
      'Content-Length': pieces.reduce((sum, { length }) => sum + length, 0),
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Encoding, Host',
      ...(isZipped && { 'Content-Encoding': 'gzip' }),
    });
    // Piece by piece: a response that isn't read holds memory shared by all.
    response.cork();
    if (request.method !== 'HEAD') for (const piece of pieces) response.write(piece);
    response.end();
  };
}

function namedPage(html: string): NamedPage {
  const gap = boundaryFrom(new Uint8Array(boundaryRandomBytes));
  const marked = html.replace(inertRoot, `${inertRoot} data-boundary="${gap}"`);
  const pieces = marked.split(boundaryPattern).map((piece) => Buffer.from(piece));
  return {
    plain: (boundary) => between(pieces, boundary),
    gzip: createSplicedGzip(pieces, gap.length),
  };
}

/** The page names its origin in the URL, its host alone in the head, and which computer sends. */
function withOrigin(html: string, origin: string): string {
  const { host, hostname } = new URL(origin);
  const named = html.replaceAll(`http://${prerenderedHost}`, origin).replaceAll(prerenderedHost, host);
  const { through, explanation } = senderWords(hostname);
  return named.replaceAll(senderHere.through, through).replaceAll(senderHere.explanation, explanation);
}
