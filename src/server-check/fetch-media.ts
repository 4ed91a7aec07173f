/** What stands at `media_url`, got as a recipient would, and whether it is what was uploaded. */
import { headerValues } from '../core/response/headers.ts';
import { unreachableHost } from '../core/response/media-host.ts';
import { tryParseUrl } from '../core/try-parse-url.ts';
import type { CheckIo, Got } from './check-io.ts';
import { SameBytes } from './media/same-bytes.ts';
import type { Arrival, HeaderPair } from './report.ts';

/** One GET, or one of those that redirects led to. */
export interface MediaGet extends Got {
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly startedAt: number;
  readonly milliseconds: number;
  /** Of the body, as far as it was read. */
  readonly bytes: number;
}

export interface FetchedMedia {
  readonly gets: readonly MediaGet[];
  readonly arrival: Arrival;
  /** What is known of it, as a sentence; empty where it is all as it should be. */
  readonly text: string;
  /** With `unknown`: the server’s own fault, whoever asks. */
  readonly isFault: boolean;
  /** `Content-Type` of what was got; null where nothing was. */
  readonly type: string | null;
}

export interface MediaWanted {
  /** As the reply has it. */
  readonly mediaUrl: string;
  /** Where the upload went. */
  readonly uploadUrl: string;
  readonly expected: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly size: number;
  /** The fingerprint that a person accepted for the server of the upload. */
  readonly acceptCertificate?: string | undefined;
}

/** GETs that one media_url may take. */
export const mostGets = 3;
/** Seconds of each. */
const longest = 60;
/** Milliseconds before a file is asked for again that is not there yet: stores of several machines take a moment. */
const beforeAnotherLook = 1000;

export async function fetchMedia(
  { mediaUrl, uploadUrl, expected, size, acceptCertificate }: MediaWanted,
  io: Pick<CheckIo, 'get' | 'now' | 'wait'>,
  signal: AbortSignal,
): Promise<FetchedMedia> {
  const gets: MediaGet[] = [];
  const unknown = (text: string, isFault = true): FetchedMedia => {
    return { gets, arrival: 'unknown', text, isFault, type: null };
  };
  let url = asFetched(mediaUrl.trim());
  let wasMissing = false;
  for (;;) {
    const refusal = whyNot(url, uploadUrl);
    if (refusal !== null) return unknown(refusal, false);
    const same = new SameBytes(expected());
    const get = await getOne({ url, uploadUrl, acceptCertificate }, io, signal, same);
    gets.push(get);
    if (same.isUnreadable) return unknown('The uploaded file could not be read again to compare it.', false);
    if (get.failure !== null && same.isSame)
      return unknown(
        `It could not be fetched: ${(get.failure.detail || get.failure.code).replace(/\.$/, '')}.`,
        get.failure.code === 'name-not-found',
      );
    const { reply } = get;
    if (reply === null) return unknown('It could not be fetched: no reply came.');
    const location = headerValues(reply.headers, 'Location')[0];
    if (reply.status >= 300 && reply.status <= 399 && location !== undefined) {
      if (gets.length === mostGets) return unknown(`It redirects more than ${mostGets - 1} times.`);
      url = asFetched(location, url);
      continue;
    }
    if (reply.status === 404 && !wasMissing && !signal.aborted) {
      wasMissing = true;
      await io.wait(beforeAnotherLook, signal);
      continue;
    }
    if (reply.status !== 200) return unknown(`It was answered with status ${reply.status}.`);
    const type = headerValues(reply.headers, 'Content-Type')[0] ?? null;
    if (await same.isComplete()) return { gets, arrival: 'same', text: '', isFault: false, type };
    const text = same.isSame
      ? `It gives ${get.bytes} bytes, the upload had ${size}.`
      : `What it gives differs from the upload at byte ${same.at + 1} of ${size}.`;
    return { gets, arrival: 'different', text, isFault: true, type };
  }
}

/** What is asked for: no fragment, no user info. What is no absolute URL stays, to be refused. */
function asFetched(text: string, base?: string): string {
  try {
    const url = new URL(text, base);
    for (const part of ['hash', 'username', 'password'] as const) url[part] = '';
    return base === undefined && !/^https?:\/\/[^/]/i.test(text) ? text : url.href;
  } catch {
    return text;
  }
}

/** Nobody's server sends us to a machine that it could not reach itself. */
function whyNot(url: string, uploadUrl: string): string | null {
  const host = /^https?:\/\//i.test(url) ? tryParseUrl(url)?.hostname : undefined;
  if (host === undefined || /\s/.test(url)) return 'It is no absolute http or https URL.';
  const from = tryParseUrl(uploadUrl)?.hostname ?? '';
  const what = unreachableHost(host);
  return what === null || unreachableHost(from) !== null ? null : `It was not fetched: its host ${what}.`;
}

/** A public server's other hosts: their names may not stand for a machine in our own network. */
function isElsewhere(url: string, uploadUrl: string): boolean {
  const from = tryParseUrl(uploadUrl)?.hostname ?? '';
  return unreachableHost(from) === null && tryParseUrl(url)?.hostname !== from;
}

async function getOne(
  {
    url,
    uploadUrl,
    acceptCertificate,
  }: Pick<MediaWanted, 'uploadUrl' | 'acceptCertificate'> & { readonly url: string },
  io: Pick<CheckIo, 'get' | 'now'>,
  signal: AbortSignal,
  same: SameBytes,
): Promise<MediaGet> {
  const startedAt = io.now();
  const headers: readonly HeaderPair[] = [
    ['Host', tryParseUrl(url)?.host ?? ''],
    ['User-Agent', 'Media Upload Playground'],
    ['Accept', '*/*'],
    ['Connection', 'close'],
  ];
  let bytes = 0;
  const got = await io.get(url, {
    signal,
    headers,
    seconds: longest,
    publicOnly: isElsewhere(url, uploadUrl),
    ...(acceptCertificate !== undefined &&
      tryParseUrl(url)?.host === tryParseUrl(uploadUrl)?.host && { acceptCertificate }),
    take: (chunk) => {
      bytes += chunk.length;
      return same.take(chunk);
    },
  });
  return { ...got, url, headers, startedAt, milliseconds: io.now() - startedAt, bytes };
}
