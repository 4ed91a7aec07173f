/** An address as curl takes it apart: to the letter, but for dot segments. */
import type { CaptureFault } from '../captured.ts';

export interface CurlUrl {
  readonly scheme: 'http' | 'https';
  /** With its port where that is not the scheme's own. */
  readonly host: string;
  readonly target: string;
  /** `user:password` before an `@`, decoded. */
  readonly user: string | null;
}

export interface UrlShape {
  readonly url: string;
  readonly at: number;
  readonly defaultScheme: string;
  readonly isPathAsIs: boolean;
  readonly isGlobOff: boolean;
  /** Put behind its query. */
  readonly queries: readonly string[];
}

export function readCurlUrl(shape: UrlShape, faults: CaptureFault[]): CurlUrl | null {
  const { url, at, defaultScheme, isPathAsIs, isGlobOff, queries } = shape;
  const fault = (code: CaptureFault['code'], text: string) =>
    faults.push({ severity: 'fault', code, text, at });
  const match = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/{1,3})?([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(url);
  const scheme = (match?.[1] ?? defaultScheme).toLowerCase();
  const [, , authority = '', path = '', query] = match ?? [];
  if ((scheme !== 'http' && scheme !== 'https') || authority === '') {
    fault('no-url', `“${url.slice(0, 60)}” is no address of http or https.`);
    return null;
  }
  if (/[ \t\r\n]/.test(url)) fault('no-url', 'The address holds white space: curl refuses it.');
  if (!isGlobOff && /\{[^}]*\}|\[[^\]:]*-[^\]:]*\]/.test(url))
    fault(
      'glob',
      'curl takes { } and [ ] in an address for several addresses: it is read as one, as with --globoff.',
    );
  const mark = authority.lastIndexOf('@');
  const given = authority.slice(mark + 1);
  const ownPort = scheme === 'https' ? /:(?:443)?$/ : /:(?:80)?$/;
  const whole = [...(query === undefined ? [] : [query]), ...queries].filter(
    (one, index) => one !== '' || index === 0,
  );
  const shownPath = isPathAsIs ? path : withoutDots(path);
  const hasQuery = query !== undefined || queries.length > 0;
  return {
    scheme,
    host: given.replace(ownPort, ''),
    target: `${shownPath === '' ? '/' : shownPath}${hasQuery ? `?${whole.join('&').replace(/^&/, '')}` : ''}`,
    user: mark < 0 ? null : percentDecode(authority.slice(0, mark)),
  };
}

/** RFC 3986, section 5.2.4. */
function withoutDots(path: string): string {
  if (!/(?:^|\/)\.\.?(?:\/|$)/.test(path)) return path;
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '..') kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (isLast) kept.push('');
  }
  return `/${kept.join('/')}`;
}

function percentDecode(text: string): string {
  return text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
