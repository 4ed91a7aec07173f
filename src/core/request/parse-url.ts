/** The expanded URL, parsed (URL-1 to URL-5). */

import { urlKey } from '../account/service-keys.ts';
import type { Piece } from '../source/provenance.ts';
import type { Expander } from '../template/expander.ts';
import { tryParseUrl } from '../try-parse-url.ts';
import type { ExpandedUrl } from './expand-url.ts';
import { reportBareCharacters } from './report-bare-characters.ts';
import { schemeFix } from './scheme-fix.ts';
import { findUrlChanges } from './url-changes.ts';

export interface RequestTarget {
  /** Scheme, host and target: no user info, no fragment. */
  readonly url: string;
  readonly secure: boolean;
  /** With the port where it is not the scheme's own (HDR-1). */
  readonly host: string;
  readonly target: string;
  readonly targetPieces: readonly Piece[];
}

const webScheme = /^https?:\/\//i;

/** Whether the URL's scheme is https, which TPL-6 asks before anything is masked. */
export function isSecureUrl(text: string): boolean {
  return /^https:\/\//i.test(text);
}

/** Null, with an error at its place in the template, where no request can be made (URL-1). */
export function parseUrl(expander: Expander, expanded: ExpandedUrl): RequestTarget | null {
  const { text } = expanded;
  if (!webScheme.test(text)) {
    const scheme = /^(?:\/\/|[^/?#:]*(?::(?:\/\/)?)?)/.exec(text)?.[0] ?? '';
    const end = Math.min(text.length, 40);
    const start = expanded.holdsSecret(0, end) ? '' : `; it starts with "${text.slice(0, end)}"`;
    const message = `The URL must start with http:// or https://${start}.`;
    const template = expander.template(urlKey);
    const fix = template && schemeFix(template);
    expander.report('URL-1', 'error', message, expanded.rangeOf(0, Math.max(1, scheme.length)), fix);
    return null;
  }
  const url = tryParseUrl(text);
  if (url === null) {
    const authority = /^[^/]*\/\/+[^/?#\\]*/.exec(text)?.[0] ?? text;
    const start = text.indexOf('://') + 3;
    const end = Math.max(authority.length, start + 1);
    const host = expanded.holdsSecret(start, end) ? '' : ` "${authority.slice(start, start + 40)}"`;
    expander.report(
      'URL-1',
      'error',
      `This is no URL: its host or port${host} can't be read.`,
      expanded.rangeOf(isPortWrong(text, authority) ? authority.lastIndexOf(':') : start, end),
    );
    return null;
  }
  const target = url.pathname + url.search;
  const { changes, pieces, bare } = findUrlChanges(expanded, url, target);
  for (const change of changes) {
    const by = expanded.parameterAt(change.start);
    // A message must not spell out a password, not even one character of it.
    const what = expanded.holdsSecret(change.start, change.end)
      ? 'The URL parser rewrites this.'
      : change.message;
    const message = by ? `${what} %${by}% brought it in.` : what;
    expander.report('URL-2', 'warning', message, expanded.rangeOf(change.start, change.end));
  }
  reportBareCharacters(expander, expanded, bare);
  reportUserInfo(expander, expanded, url);
  reportPort(expander, expanded, url);
  return {
    url: `${url.protocol}//${url.host}${target}`,
    secure: url.protocol === 'https:',
    host: url.host,
    target,
    targetPieces: pieces,
  };
}

/** Whether all would be well without the port. */
function isPortWrong(text: string, authority: string): boolean {
  const port = /(?<=[^:/]):[^:@\]]*$/.exec(authority);
  if (!port) return false;
  return tryParseUrl(authority.slice(0, port.index) + text.slice(authority.length)) !== null;
}

/** URL-3. */
function reportUserInfo(expander: Expander, expanded: ExpandedUrl, url: URL): void {
  const start = expanded.text.indexOf('://') + 3;
  const authority = /^[^/?#\\]*/.exec(expanded.text.slice(start))?.[0] ?? '';
  const at = authority.lastIndexOf('@');
  if (at < 0 && url.username === '' && url.password === '') return;
  const message = 'User name and password in the URL are not sent; how the app handles them is unknown.';
  expander.report('URL-3', 'warning', message, expanded.rangeOf(start, start + Math.max(1, at + 1)));
}

/** URL-5: the port of the other scheme; which of the two is wrong can't be change. */
function reportPort(expander: Expander, expanded: ExpandedUrl, { protocol, port }: URL): void {
  const other = protocol === 'http:' ? { port: '443', scheme: 'https' } : { port: '80', scheme: 'http' };
  if (port !== other.port) return;
  const start = expanded.text.indexOf('://') + 3;
  const authority = /^[\\/\t\r\n]*[^/?#\\]*/.exec(expanded.text.slice(start))?.[0] ?? '';
  const colon = authority.lastIndexOf(':');
  const message = `Port ${port} is that of ${other.scheme}, and the URL says ${protocol.slice(0, -1)}: a server that expects ${other.scheme} there can't read the request. Change the scheme or the port.`;
  expander.report('URL-5', 'warning', message, expanded.rangeOf(start + colon, start + authority.length));
}
