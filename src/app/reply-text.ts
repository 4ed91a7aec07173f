/** A reply's body as text to read: pretty where it can be, and never more than a page can bear. */
import { unpack } from '../core/response/content-encoding.ts';
import { headerValues } from '../core/response/headers.ts';
import type { Verdict } from '../core/response/verdict.ts';
import { maxReplyBytes } from '../wire/protocol.ts';
import { type Exchange, type Reply, replyBody } from './exchange.ts';
import { formatBytes, formatSize } from './format.ts';
import { prettyJson } from './pretty-json.ts';
import { prettyXml } from './pretty-xml.ts';

export interface ReplyText {
  readonly text: string;
  /** Characters that are left out behind `text`. */
  readonly hidden: number;
  readonly isXml: boolean;
  /** Whether there is a pretty form at all. */
  readonly canPretty: boolean;
}

/** Characters: beyond the first, no pretty form is made; beyond the second, the rest is left out. */
const prettyLimit = 512 * 1024;
const shownLimit = 100_000;

export function readReply(text: string, kind: Verdict['kind'], view: 'pretty' | 'raw'): ReplyText {
  const canPretty = kind !== null && text.length <= prettyLimit;
  const whole = canPretty && view === 'pretty' ? pretty(text, kind) : text;
  const shown = whole.slice(0, shownLimit);
  return { text: shown, hidden: whole.length - shown.length, isXml: kind === 'xml', canPretty };
}

function pretty(text: string, kind: 'xml' | 'json'): string {
  return kind === 'json' ? (prettyJson(text) ?? text) : prettyXml(text);
}

/** Where no verdict has settled the charset, as after a reply that broke off. */
export function decodeReply(reply: Reply): string {
  return new TextDecoder().decode(unpackedBody(reply).bytes);
}

function unpackedBody(reply: Reply) {
  return unpack(replyBody(reply), headerValues(reply.headers, 'Content-Encoding'));
}

/** Length and form of the body as it came: `88 bytes`, `chunked`, `gzip, 1 200 bytes unpacked`. */
export function bodyFacts(reply: Reply, end: Exchange['end']): readonly string[] {
  const received = formatBytes(end?.replyBytes ?? reply.received);
  const codings = headerValues(reply.headers, 'Content-Encoding').length > 0 ? unpackedBody(reply) : null;
  const isChunked = headerValues(reply.headers, 'Transfer-Encoding').some((value) =>
    /\bchunked\b/i.test(value),
  );
  const packed = codings && codings.codings.length > 0 && reply.received > 0;
  const unpacked = packed
    ? `${codings.codings.join(', ')}, ${codings.problem === null ? `${formatBytes(codings.bytes.length)} unpacked` : 'shown as it came'}`
    : null;
  return [
    end === null ? `${received} so far` : received,
    ...(isChunked ? ['chunked'] : []),
    ...(unpacked === null ? [] : [unpacked]),
  ];
}

/** What a person should know of a reply before reading it. */
export function replyNotes({ reply, end, interims, sent }: Exchange): readonly string[] {
  if (reply === null) return [];
  const notes: string[] = [];
  if (interims.length > 0) notes.push(`Before it came ${interims.map(({ status }) => status).join(', ')}.`);
  const [location] = headerValues(reply.headers, 'Location');
  if (reply.status >= 300 && reply.status < 400) {
    const where = location === undefined ? 'a redirect without a Location' : `a redirect to ${location}`;
    notes.push(`It is ${where}. It was not followed: how the client handles one is unknown (RES-7).`);
  }
  if (reply.bodyBytesSent < sent.plan.bodyLength) {
    const part = `${formatSize(reply.bodyBytesSent)} of ${formatSize(sent.plan.bodyLength)}`;
    notes.push(`The server answered before the body had ended, after ${part}.`);
  }
  if (end?.truncated) {
    notes.push(
      `It is longer than ${formatSize(maxReplyBytes)}: the first ${formatBytes(reply.received)} were kept, the rest was dropped and the connection closed.`,
    );
  }
  return notes;
}
