/** The secrets in a header's value, before or after its template is expanded. */
import type { Range } from '../source/diagnostics.ts';
import { isSecretName } from './secret-names.ts';

const scheme =
  /^(?:basic|bearer|digest|token|api[-_]?key|key|negotiate|ntlm|hmac|oauth|hawk|mac|signature|aws4-hmac-sha256)[ \t]+/i;

/** Parameters of a login that tell nothing. */
const open = /^(?:realm|algorithm|qop|nc|headers|uri|opaque|charset)$/i;

export interface HeaderSecret extends Range {
  /** Of the header, of a cookie or of a parameter of a login. */
  readonly name: string;
}

export function isSecretHeader(name: string): boolean {
  return isSecretName(name);
}

/** Where in the value secrets may stand; empty for a header that holds none. */
export function secretsOfHeader(name: string, value: string): readonly HeaderSecret[] {
  if (/^(?:set-)?cookie2?$/i.test(name)) return ofCookies(value, /^set-/i.test(name));
  const start = scheme.exec(value)?.[0].length ?? 0;
  if (!isSecretHeader(name) && !(start > 0 && /^(?:basic|bearer|digest)/i.test(value))) return [];
  const parameters = start > 0 ? ofParameters(value, start) : [];
  return parameters.length > 0 ? parameters : [{ name, start, end: value.length }];
}

/** What a Set-Cookie says beside the cookie (RFC 6265, 4.1.1, and what browsers added). */
const attribute =
  /^[ \t]*(?:(?:secure|httponly|partitioned)[ \t]*$|(?:expires|max-age|domain|path|samesite|priority)[ \t]*=)/i;

/** The value of every pair. */
function ofCookies(value: string, isSet: boolean): readonly HeaderSecret[] {
  const found: HeaderSecret[] = [];
  let start = 0;
  for (const pair of value.split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, equals)).trim() || 'Cookie';
    const isOpen = isSet && start > 0 && attribute.test(pair);
    if (!isOpen) found.push({ name, start: start + equals + 1, end: start + pair.length });
    start += pair.length + 1;
  }
  return found.filter((range) => range.end > range.start);
}

/** `username="joe", response="…"`. */
function ofParameters(value: string, start: number): readonly HeaderSecret[] {
  const found: HeaderSecret[] = [];
  const parameter = /(?:^|[\s,])([\w-]{1,80})\s{0,8}=\s{0,8}(?:"([^"]*)"?|([^\s,"=][^\s,]*))/dg;
  for (const match of value.slice(start).matchAll(parameter)) {
    const [from, to] = match.indices?.[2] ?? match.indices?.[3] ?? [0, 0];
    const [, name = ''] = match;
    if (!open.test(name)) found.push({ name, start: start + from, end: start + to });
  }
  return found;
}
