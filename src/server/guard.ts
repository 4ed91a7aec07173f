/**
 * Who may ask for what, judged by the head alone, before a byte of the body is read. The threats
 * are in this folder's README: pages of other origins in the same browser, DNS rebinding, and
 * other machines where a server was opened to them.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIPv4 } from 'node:net';
import { tokenHeader } from '../wire/protocol.ts';
import { answerJson } from './json-answer.ts';

export type GuardedKind = 'send' | 'token' | 'demo-report' | 'demo-upload';

export type RefusalCode =
  | 'not-local'
  | 'host-wrong'
  | 'method-wrong'
  | 'origin-foreign'
  | 'token-wrong'
  | 'content-type-wrong';

export interface Refusal {
  readonly status: number;
  readonly code: RefusalCode;
  /** For people; says what to do. */
  readonly text: string;
}

/** Null where the request may be served. `token` is the process's own. */
export function checkRequest(request: IncomingMessage, token: string, kind: GuardedKind): Refusal | null {
  const place = checkPlace(request);
  if (place !== null) return place;
  switch (kind) {
    case 'send':
      return checkMethod(request, 'POST') ?? checkSender(request, token);
    case 'token':
    case 'demo-report':
      return checkMethod(request, 'GET') ?? checkNotForeign(request);
    case 'demo-upload':
      return checkNotForeign(request);
  }
}

/** Answers without reading the body; the connection ends, so that the client stops sending. */
export function refuse(response: ServerResponse, { status, code, text }: Refusal): void {
  answerJson(response, status, { code, text }, { Connection: 'close' });
}

/**
 * The caller is on this machine and means this machine: a name that an attacker's DNS points to
 * 127.0.0.1 still stands in `Host` (DNS rebinding).
 */
export function checkPlace(request: IncomingMessage): Refusal | null {
  if (!isLoopback(request.socket.remoteAddress ?? '')) {
    return { status: 403, code: 'not-local', text: 'The playground answers only to its own machine.' };
  }
  const [host, ...others] = headerValues(request, 'host');
  const parts = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/i.exec(host ?? '');
  const port = Number(parts?.[1] ?? 80);
  if (parts === null || others.length > 0 || port !== request.socket.localPort) {
    const text = `Open the playground as http://localhost:${request.socket.localPort}/; other names are refused.`;
    return { status: 403, code: 'host-wrong', text };
  }
  return null;
}

function checkMethod(request: IncomingMessage, method: string): Refusal | null {
  if (request.method === method) return null;
  return { status: 405, code: 'method-wrong', text: `Only ${method} is answered here.` };
}

/** A page proves by `Origin`, which no script can set, and by the token that it is our own. */
function checkSender(request: IncomingMessage, token: string): Refusal | null {
  if (headerValues(request, 'origin').length === 0 || isForeign(request)) return foreign;
  const [given, ...others] = headerValues(request, tokenHeader);
  if (given === undefined || others.length > 0 || !isSame(given, token)) {
    const text = 'The playground was started anew since this page asked for its token. Reload the page.';
    return { status: 403, code: 'token-wrong', text };
  }
  const [type, ...otherTypes] = headerValues(request, 'content-type');
  if (type?.toLowerCase() !== 'application/octet-stream' || otherTypes.length > 0) {
    const text = 'An upload comes as application/octet-stream.';
    return { status: 415, code: 'content-type-wrong', text };
  }
  return null;
}

function checkNotForeign(request: IncomingMessage): Refusal | null {
  const site = headerValues(request, 'sec-fetch-site');
  const isOwnSite = site.every((value) => value === 'same-origin' || value === 'none');
  return isForeign(request) || !isOwnSite ? foreign : null;
}

const foreign: Refusal = {
  status: 403,
  code: 'origin-foreign',
  text: 'Only the playground’s own page may ask for this.',
};

/** Whether there is an `Origin` that is not our own. `Host` was checked before. */
function isForeign(request: IncomingMessage): boolean {
  const own = `http://${request.headers.host?.toLowerCase()}`;
  const origins = headerValues(request, 'origin');
  return origins.length > 1 || origins.some((origin) => origin !== own);
}

/** Every value of that name: `request.headers` keeps only the first of several. */
function headerValues({ rawHeaders }: IncomingMessage, name: string): string[] {
  const wanted = name.toLowerCase();
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === wanted);
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

/** In a time that tells nothing: hashes are of one length, whatever was given. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
