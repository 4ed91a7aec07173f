import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { buildFor, jpegBytes, type ShortRequest } from '../test/build-for-test.ts';
import { anyConfiguration } from '../test/generated-configurations.ts';
import { exportedRequest } from './exported-request-of.ts';
import { harBody, harBodyLimit, harOf } from './har.ts';
import { bodyChunks, withMedia } from './message.ts';

/** HAR 1.2 as its specification has it; names that begin with _ are anybody's own. */
const size = z.int().check(z.gte(-1));
const milliseconds = z.number().check(z.gte(-1));
const elapsed = z.number().check(z.gte(0));
const pair = z.strictObject({ name: z.string(), value: z.string(), comment: z.optional(z.string()) });
const cookies = z.array(z.object({ name: z.string(), value: z.string() }));
const own = (shape: Record<string, z.ZodMiniType>, value: unknown) => {
  const known = Object.entries(value as object).filter(([name]) => !name.startsWith('_'));
  return z.strictObject(shape).parse(Object.fromEntries(known));
};
const comment = z.optional(z.string());
const requestShape = {
  method: z.string(),
  url: z.string().check(z.refine((text) => URL.canParse(text))),
  httpVersion: z.string(),
  cookies,
  headers: z.array(pair),
  queryString: z.array(pair),
  postData: z.optional(
    z.strictObject({ mimeType: z.string(), text: z.optional(z.string()), params: z.optional(z.array(pair)) }),
  ),
  headersSize: size,
  bodySize: size,
  comment,
};
const response = z.strictObject({
  status: z.int(),
  statusText: z.string(),
  httpVersion: z.string(),
  cookies,
  headers: z.array(pair),
  content: z.strictObject({
    size,
    mimeType: z.string(),
    text: z.optional(z.string()),
    encoding: z.optional(z.string()),
    compression: z.optional(z.int()),
    comment,
  }),
  redirectURL: z.string(),
  headersSize: size,
  bodySize: size,
  comment,
});
const entryShape = {
  pageref: z.optional(z.string()),
  startedDateTime: z.iso.datetime({ offset: true }),
  time: elapsed,
  request: z.record(z.string(), z.unknown()),
  response,
  cache: z.object({}),
  timings: z.strictObject({
    blocked: milliseconds,
    dns: milliseconds,
    connect: milliseconds,
    ssl: milliseconds,
    send: elapsed,
    wait: elapsed,
    receive: elapsed,
  }),
  serverIPAddress: z.optional(z.string()),
  connection: z.optional(z.string()),
  comment,
};
const har = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string(), comment }),
    browser: z.optional(z.object({ name: z.string(), version: z.string() })),
    pages: z.array(z.never()),
    entries: z.array(z.record(z.string(), z.unknown())),
    comment,
  }),
});

/** By HAR's schema; the requests in it. */
function requestsIn(text: string) {
  return har.parse(JSON.parse(text)).log.entries.map((entry) => {
    own(entryShape, entry);
    own(requestShape, entry['request']);
    return entry['request'] as Read;
  });
}

interface Read {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly headersSize: number;
  readonly bodySize: number;
  readonly postData?: { readonly text: string };
  readonly _requestBodyStatus?: string;
  readonly _content?: { readonly text: string; readonly size: number; readonly encoding?: string };
}

/** As HTTP Toolkit keeps a body: as text, or where it is none in `_content`. */
function bodyIn({ postData, _content, _requestBodyStatus }: Read): Buffer {
  if (postData) return Buffer.from(postData.text);
  expect(_requestBodyStatus).toBe('discarded:not-representable');
  expect(_content?.encoding).toBe('base64');
  const bytes = Buffer.from(_content?.text ?? '', 'base64');
  expect(_content?.size).toBe(bytes.length);
  return bytes;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function exported(short: ShortRequest) {
  const built = buildFor(short);
  if (!built.plan) return { built, text: null };
  const request = exportedRequest(built.plan);
  const body = harBody(withMedia(bodyChunks(request), short.mediaBytes ?? jpegBytes), base64);
  const written = harOf(request, { body, startedDateTime: '2026-11-27T03:00:00.000Z', version: '1' });
  return { built, text: JSON.stringify(written) };
}

describe('a request as HAR', () => {
  it('follows the specification and holds every byte, whatever the configuration', () => {
    fc.assert(
      fc.property(anyConfiguration('https://media.example'), (short) => {
        const { built, text } = exported(short);
        fc.pre(text !== null);
        const [request] = requestsIn(text);
        expect(bodyIn(request as Read).equals(built.bodyBytes)).toBe(true);
        expect(request?.bodySize).toBe(built.bodyBytes.length);
        expect(request?.url).toBe(built.plan?.url);
        expect(request?.headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')).toBe(
          Buffer.from(built.headText)
            .toString()
            .split(/(?<=HTTP\/1\.1\r\n)/)[1]
            ?.slice(0, -2),
        );
        expect(request?.headersSize).toBe(Buffer.byteLength(built.headText));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a body of text as text, a BOM too', () => {
    const { text } = exported({ data: 'a=%to%', params: { to: '\ufeffé' } });
    const [request] = requestsIn(text ?? '');
    expect(request?.postData?.text).toContain('\r\n\r\n\ufeffé\r\n');
    expect(request?._content).toBeUndefined();
  });

  it('leaves out a body that is too large, and says so', () => {
    const plan = buildFor({}).plan;
    const written = plan && {
      ...harOf(exportedRequest(plan), {
        body: harBody(new Uint8Array(harBodyLimit + 1), base64),
        startedDateTime: '2026-11-27T03:00:00.000Z',
        version: '1',
      }),
    };
    const [request] = requestsIn(JSON.stringify(written));
    expect(request?._requestBodyStatus).toBe('discarded:too-large');
    expect(request?.postData).toBeUndefined();
  });

  it('holds the reply where there is one', () => {
    const plan = buildFor({}).plan;
    if (!plan) throw new Error('There is no request.');
    const written = harOf(exportedRequest(plan), {
      body: { kind: 'text', text: '' },
      startedDateTime: '2026-11-27T03:00:00.000Z',
      version: '1',
      time: 12.5,
      reply: {
        status: 402,
        statusText: 'Payment Required',
        headers: [['Content-Type', 'text/xml']],
        body: harBody(Uint8Array.of(0xff, 0xfe), base64),
        bodySize: 2,
      },
    });
    requestsIn(JSON.stringify(written));
    const [entry] = written.log.entries;
    expect(entry?.time).toBe(12.5);
    expect(entry?.response.content).toEqual({
      size: 2,
      mimeType: 'text/xml',
      text: '//4=',
      encoding: 'base64',
    });
  });
});
