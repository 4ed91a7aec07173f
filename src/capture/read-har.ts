/** An entry of a HAR (versions 1.0 to 1.2, and what tools add to it), or its request alone. */
import { decodeBase64 } from '../core/request/basic.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import { tryParseUrl } from '../core/try-parse-url.ts';
import type {
  Capture,
  CapturedEntry,
  CapturedHeader,
  CapturedReply,
  CapturedRequest,
  CaptureFault,
} from './captured.ts';
import { headersOf } from './captured.ts';
import { harBody } from './har-body.ts';
import { field, listField, numberField, textField } from './json-values.ts';
import { boundaryOf } from './read-multipart.ts';

const mostHeaders = 500;

/** Whether a value is an entry, or the request of one. */
export function isHarEntry(value: unknown): boolean {
  return (
    textField(requestIn(value), 'url') !== undefined && textField(requestIn(value), 'method') !== undefined
  );
}

function requestIn(value: unknown): unknown {
  return field(value, 'request') ?? value;
}

export function harSummary(value: unknown): CapturedEntry {
  const request = requestIn(value);
  const method = (textField(request, 'method') ?? '').slice(0, 40);
  const status = numberField(field(value, 'response'), 'status') ?? 0;
  const type =
    headersOf(headersIn(request), 'content-type')[0] ?? textField(field(request, 'postData'), 'mimeType');
  return {
    method,
    url: (textField(request, 'url') ?? '').slice(0, 2000),
    status: status > 0 ? status : null,
    isUpload: /^(?:POST|PUT)$/i.test(method) && /^multipart\//i.test(type ?? ''),
  };
}

export function readHarEntry(value: unknown): Capture {
  const request = requestIn(value);
  const url = textField(request, 'url');
  if (url === undefined) {
    const text = 'This is no entry of a HAR: it has no request with a url.';
    return {
      source: 'har',
      request: null,
      reply: null,
      faults: [{ severity: 'fault', code: 'not-har', text, at: null }],
    };
  }
  const faults: CaptureFault[] = [];
  const read = readRequest(request, url, faults);
  const reply = readReply(field(value, 'response'), faults);
  return { source: 'har', request: read, reply, faults };
}

/** Pseudo headers of HTTP/2 are no headers. */
function headersIn(message: unknown): readonly CapturedHeader[] {
  return listField(message, 'headers')
    .slice(0, mostHeaders)
    .flatMap((header) => {
      const name = textField(header, 'name');
      const value = textField(header, 'value') ?? '';
      // A line break would make another header of it.
      return name === undefined || name.startsWith(':') || name === ''
        ? []
        : [{ name: name.replaceAll(/[\r\n]/g, ' '), value: value.replaceAll(/[\r\n]+/g, ' ') }];
    });
}

function readRequest(request: unknown, url: string, faults: CaptureFault[]): CapturedRequest {
  const given = headersIn(request);
  const httpVersion = textField(request, 'httpVersion') ?? '';
  const isTwo = /^(?:HTTP\/)?(?:h?[23](?:\.\d)?)$/i.test(httpVersion) || hasPseudoHeaders(request);
  const parsed = tryParseUrl(url);
  const [hostHeader] = headersOf(given, 'host');
  const host = hostHeader ?? parsed?.host ?? '';
  if (isTwo) {
    const text = 'It was sent by HTTP/2 or newer, which has no such lines: the app sends HTTP/1.1.';
    faults.push({ severity: 'note', code: 'http-2', text, at: null });
  } else if (hostHeader === undefined) {
    const text = 'The HAR lists no Host header: taken from the address.';
    faults.push({ severity: 'note', code: 'no-host', text, at: null });
  }
  const headers = hostHeader === undefined && host !== '' ? [{ name: 'Host', value: host }, ...given] : given;
  const type = headersOf(given, 'content-type')[0] ?? textField(field(request, 'postData'), 'mimeType');
  const lengthText = headersOf(given, 'content-length')[0];
  const length =
    lengthText !== undefined && /^\d{1,15}$/.test(lengthText) ? Number(lengthText) : sizeOf(request);
  const body = harBody(request, boundaryOf(type), length);
  faults.push(...body.faults);
  return {
    method: textField(request, 'method') ?? 'GET',
    scheme: parsed?.protocol === 'http:' ? 'http' : 'https',
    host,
    target: targetOf(url),
    version: isTwo ? '2' : (/^HTTP\/(\d(?:\.\d)?)$/i.exec(httpVersion)?.[1] ?? '1.1'),
    headers,
    body: body.bytes.length === 0 ? [] : [{ kind: 'bytes', bytes: body.bytes }],
    login: null,
    isUtf8: true,
    added: [],
  };
}

function hasPseudoHeaders(request: unknown): boolean {
  return listField(request, 'headers').some((header) => textField(header, 'name')?.startsWith(':') === true);
}

function sizeOf(request: unknown): number | null {
  const size = numberField(request, 'bodySize');
  return size !== undefined && size > 0 ? size : null;
}

/** To the letter, not as a URL parser would write it. */
function targetOf(url: string): string {
  const rest = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*([^#]*)/.exec(url)?.[1] ?? url.split('#', 1)[0] ?? '';
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function readReply(response: unknown, faults: CaptureFault[]): CapturedReply | null {
  const status = numberField(response, 'status');
  if (status === undefined || status < 100 || status > 999) return null;
  const content = field(response, 'content');
  const text = textField(content, 'text') ?? '';
  const bytes =
    textField(content, 'encoding') === 'base64' ? decodeBase64(text.replaceAll(/\s/g, '')) : utf8(text);
  const headers = headersIn(response);
  const isDecoded = headersOf(headers, 'content-encoding').length > 0;
  if (isDecoded) {
    const told =
      'HAR keeps the body of a reply without its compression: its Content-Encoding was left aside.';
    faults.push({ severity: 'note', code: 'decoded-reply', text: told, at: null });
  }
  const kept = isDecoded
    ? headers.filter(({ name }) => !/^content-(?:encoding|length)$/i.test(name))
    : headers.filter(({ name }) => !/^content-length$/i.test(name) || text !== '');
  return { status: Math.trunc(status), headers: kept, body: bytes ?? new Uint8Array(), excess: false };
}
