/**
 * The request as an HTTP Archive (HAR 1.2), as HTTP Toolkit writes it: `postData` holds text alone, so a
 * body that is no UTF-8 stands in `_content` in Base64, and `_requestBodyStatus` says why.
 * http://www.softwareishard.com/blog/har-12-spec/
 */
import type { ExportedRequest } from './exported-request.ts';
import { messageChunks, textOf, urlOf, withPlaceholders } from './message.ts';

/** A body above this is left out: a program would have to hold it several times. Bytes. */
export const harBodyLimit = 8 * 1024 * 1024;

export type HarBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'base64'; readonly base64: string }
  | { readonly kind: 'too large' };

export interface HarReply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: HarBody | { readonly kind: 'left out'; readonly why: string };
  /** Bytes. */
  readonly bodySize: number;
}

export interface HarInputs {
  readonly body: HarBody;
  /** When it was sent or exported: the core has no clock. ISO 8601. */
  readonly startedDateTime: string;
  readonly version: string;
  readonly reply?: HarReply;
  /** Milliseconds, with a reply. */
  readonly time?: number;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What of the body is text goes in as text; `base64` encodes the rest. */
export function harBody(bytes: Uint8Array, base64: (bytes: Uint8Array) => string): HarBody {
  if (bytes.length > harBodyLimit) return { kind: 'too large' };
  try {
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch {
    return { kind: 'base64', base64: base64(bytes) };
  }
}

export function harOf(request: ExportedRequest, inputs: HarInputs) {
  const { startedDateTime, version, reply, time = 0 } = inputs;
  return {
    log: {
      version: '1.2',
      creator: { name: 'Media Upload Playground', version },
      pages: [],
      entries: [
        {
          startedDateTime,
          time: reply ? time : 0,
          request: harRequest(request, inputs.body),
          response: reply ? harResponse(reply) : noResponse,
          cache: {},
          timings: {
            blocked: -1,
            dns: -1,
            connect: -1,
            ssl: -1,
            send: 0,
            wait: reply ? time : 0,
            receive: 0,
          },
        },
      ],
    },
  };
}

function harRequest(request: ExportedRequest, body: HarBody) {
  const shown = withPlaceholders(request);
  const url = urlOf(shown);
  const [head, ...rest] = messageChunks(shown);
  const bodySize = rest.reduce(
    (sum, chunk) => sum + (chunk === 'media' ? (shown.mediaSize ?? 0) : chunk.length),
    0,
  );
  const headers = shown.headers.map(({ name, value }) => ({ name, value: textOf(value) }));
  const mimeType = headers.find(({ name }) => name === 'Content-Type')?.value ?? '';
  return {
    method: shown.method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers,
    queryString: Array.from(new URL(url).searchParams, ([name, value]) => ({ name, value })),
    headersSize: head instanceof Uint8Array ? head.length : -1,
    bodySize,
    ...requestBody(body, mimeType, bodySize),
  };
}

function requestBody(body: HarBody, mimeType: string, size: number) {
  switch (body.kind) {
    case 'text':
      return { postData: { mimeType, text: body.text } };
    case 'base64':
      return {
        _requestBodyStatus: 'discarded:not-representable',
        _content: { text: body.base64, size, encoding: 'base64' },
      };
    case 'too large':
      return {
        _requestBodyStatus: 'discarded:too-large',
        comment: `The body is left out: it is longer than ${harBodyLimit} bytes.`,
      };
  }
}

function harResponse({ status, statusText, headers, body, bodySize }: HarReply) {
  const headerOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
  return {
    status,
    statusText,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headers.map(([name, value]) => ({ name, value })),
    content: {
      size: bodySize,
      mimeType: headerOf('content-type') || 'application/octet-stream',
      ...(body.kind === 'text' ? { text: body.text } : {}),
      ...(body.kind === 'base64' ? { text: body.base64, encoding: 'base64' } : {}),
      ...(body.kind === 'too large' ? { comment: `Left out: longer than ${harBodyLimit} bytes.` } : {}),
      ...(body.kind === 'left out' ? { comment: `Left out: ${body.why}` } : {}),
    },
    redirectURL: headerOf('location'),
    headersSize: -1,
    bodySize,
  };
}

/** As HTTP Toolkit says that there is none. */
const noResponse = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'application/x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
};
