/** The target of an envelope, taken to the letter: what is not valid is refused, never repaired. */
import { tryParseUrl } from '../../core/try-parse-url.ts';
import type { Envelope } from '../../upload/protocol.ts';
import type { Failure } from './failure.ts';

export interface Target {
  readonly secure: boolean;
  /** A name, or an IP address without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** Path and query as they stand in the URL. */
  readonly requestTarget: string;
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const webUrl = /^https?:\/\/[^/?#\\]+([/?][^#]*)?$/i;
/** What may stand in a request line: visible ASCII (RFC 9112, section 3.2). */
const visible = /^[!-~]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that end a header line
const lineBreaking = /[\r\n\u0000]/;

export function targetOf(envelope: Envelope): Target | Failure {
  const match = webUrl.exec(envelope.url);
  const url = tryParseUrl(envelope.url);
  if (!match || url === null) {
    return { code: 'target-invalid', detail: 'The URL must be http or https, with a host and no fragment.' };
  }
  if (url.username || url.password) return { code: 'target-invalid', detail: 'The URL holds user info.' };
  const written = match[1] ?? '/';
  const requestTarget = written.startsWith('/') ? written : `/${written}`;
  if (!visible.test(requestTarget)) {
    return {
      code: 'target-invalid',
      detail: 'The path or query holds a character that must be percent-encoded.',
    };
  }
  // URL-2: what a browser would ask for and what is written must be one and the same.
  if (requestTarget !== url.pathname + url.search) {
    return { code: 'target-invalid', detail: 'The path or query is not as a parsed URL has it (URL-2).' };
  }
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return { secure, hostname: url.hostname.replace(/^\[|\]$/g, ''), port, requestTarget };
}

/**
 * The head as it goes out: header names, their order, case and values exactly as given, text as
 * UTF-8. Whatever could end a line early is refused: nobody adds a header through a value.
 */
export function headOf(envelope: Envelope, target: Target): Buffer | Failure {
  if (!token.test(envelope.method)) {
    return { code: 'envelope-invalid', detail: 'The method is no HTTP token.' };
  }
  // A tunnel is not an upload (RFC 9110, 9.3.6).
  if (envelope.method === 'CONNECT') {
    return { code: 'envelope-invalid', detail: 'The method CONNECT opens a tunnel.' };
  }
  for (const [name, value] of envelope.headers) {
    if (!token.test(name)) return { code: 'envelope-invalid', detail: 'A header name is no HTTP token.' };
    if (lineBreaking.test(value)) {
      return { code: 'envelope-invalid', detail: `The header ${name} holds a line break or NUL.` };
    }
  }
  const lines = envelope.headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${envelope.method} ${target.requestTarget} HTTP/1.1\r\n${lines.join('')}\r\n`, 'utf8');
}

export function isFailure(value: object): value is Failure {
  return 'code' in value && 'detail' in value;
}
