/**
 * Who may ask for what, judged by the head alone, before a byte of the body is read. The threats
 * are in this folder's README: pages of other origins in the same browser, DNS rebinding, and
 * other machines where a server was opened to them.
 */
import type { IncomingMessage } from 'node:http';
import { tokenHeader } from '../../upload/protocol.ts';
import type { Refusal } from './refusal.ts';
import { headerValues, type Site } from './site.ts';
import type { Tokens } from './tokens.ts';

export type GuardedKind = 'send' | 'token' | 'demo-report' | 'demo-upload' | 'demo-media';

export interface Guard {
  readonly site: Site;
  readonly tokens: Tokens;
}

/** Null where the request may be served. */
export function checkRequest(request: IncomingMessage, guard: Guard, kind: GuardedKind): Refusal | null {
  const place = guard.site.checkPlace(request);
  if (place !== null) return place;
  switch (kind) {
    case 'send':
      return checkMethod(request, 'POST') ?? checkSender(request, guard);
    case 'token':
    case 'demo-report':
      return checkMethod(request, 'GET') ?? checkNotForeign(request, guard);
    case 'demo-upload':
      return checkNotForeign(request, guard);
    // Who knows the address may open it, from wherever it stands: it can't be guessed, and can't be embedded.
    case 'demo-media':
      return request.method === 'HEAD' ? null : checkMethod(request, 'GET', 'GET, HEAD');
  }
}

function checkMethod(request: IncomingMessage, method: string, allow = method): Refusal | null {
  if (request.method === method) return null;
  return { status: 405, code: 'method-wrong', text: `Only ${method} is answered here.`, allow };
}

/** A page proves by `Origin`, which no script can set, and by the token that it is our own. */
function checkSender(request: IncomingMessage, { site, tokens }: Guard): Refusal | null {
  if (headerValues(request, 'origin').length === 0 || isForeign(request, site)) return foreign;
  const [given, ...others] = headerValues(request, tokenHeader);
  if (given === undefined || others.length > 0 || !tokens.accepts(given)) {
    const text = 'The token of this page is not, or no longer, valid. Reload the page.';
    return { status: 403, code: 'token-wrong', text };
  }
  const [type, ...otherTypes] = headerValues(request, 'content-type');
  if (type?.toLowerCase() !== 'application/octet-stream' || otherTypes.length > 0) {
    const text = 'An upload comes as application/octet-stream.';
    return { status: 415, code: 'content-type-wrong', text };
  }
  // Chunks of one byte each are a burst of parsing that keeps everybody else waiting; no page sends chunks.
  if (headerValues(request, 'transfer-encoding').length > 0) {
    const text = 'An upload says how long it is: send Content-Length instead of Transfer-Encoding.';
    return { status: 411, code: 'length-required', text };
  }
  return null;
}

function checkNotForeign(request: IncomingMessage, { site }: Guard): Refusal | null {
  const from = headerValues(request, 'sec-fetch-site');
  const isOwnSite = from.every((value) => value === 'same-origin' || value === 'none');
  return isForeign(request, site) || !isOwnSite ? foreign : null;
}

const foreign: Refusal = {
  status: 403,
  code: 'origin-foreign',
  text: 'Only the playground’s own page may ask for this.',
};

/** Whether there is an `Origin` that is not our own. `Host` was checked before. */
function isForeign(request: IncomingMessage, site: Site): boolean {
  const own = site.originOf(request);
  const origins = headerValues(request, 'origin');
  return origins.length > 1 || origins.some((origin) => origin !== own);
}
