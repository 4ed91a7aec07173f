/**
 * A reply as the page shows it: judged where it is whole, its body as text to read, all of it no more
 * than the page's own thread can bear. Pure, and as long as the reply is: a worker runs it.
 */
import type { Assumptions } from '../../core/assumptions.ts';
import { unpack } from '../../core/response/content-encoding.ts';
import { headerValues } from '../../core/response/headers.ts';
import { judgeResponse } from '../../core/response/judge.ts';
import { quote } from '../../core/response/reasons.ts';
import type { Reason, Verdict } from '../../core/response/verdict.ts';
import { lenientReasons } from '../../upload/lenient-reading.ts';
import type { EventOf } from '../../upload/protocol.ts';
import type { BoundedText } from './bounded-text.ts';
import { bodyLimits, type Excerpt, excerptOf } from './excerpt.ts';
import { prettyJson } from './pretty-json.ts';
import { prettyXml } from './pretty-xml.ts';
import { type ReplyTree, replyTree } from './reply-tree.ts';

export interface WholeReply {
  readonly status: number;
  readonly headers: EventOf<'reply-head'>['headers'];
  readonly body: Uint8Array;
  /** Null where it broke off. */
  readonly end: EventOf<'end'> | null;
}

export interface ShownVerdict extends Pick<Verdict, 'success' | 'generic' | 'isPartial'> {
  readonly mediaUrl: Excerpt | null;
  readonly shown: Excerpt | null;
  /** Of the field that decided; null where none did, or it is too long to read. */
  readonly path: string | null;
  readonly reasons: readonly Reason[];
}

export interface Packing {
  /** `gzip, deflate`. */
  readonly names: string;
  /** Bytes; null where it is shown as it came. */
  readonly unpacked: number | null;
}

export interface ReplyReading {
  /** Null where it was not to be judged. */
  readonly verdict: ShownVerdict | null;
  readonly isXml: boolean;
  readonly raw: Excerpt;
  /** Null where there is no such form, or the body is too long for it. */
  readonly pretty: Excerpt | null;
  /** Null where it parses as neither XML nor JSON, or the body is too long for it. */
  readonly tree: ReplyTree | null;
  /** All of the text, to be copied; null where that is more than a clipboard is for. */
  readonly whole: string | null;
  /** Null where no Content-Encoding names any. */
  readonly packing: Packing | null;
}

/** Characters: beyond, no pretty form is made. */
const prettyLimit = 512 * 1024;
/** Characters that may be copied. */
const copyLimit = 1024 * 1024;
/** Of a field's value: a link and the clipboard get all of it up to here. */
const fieldLimits = { characters: 64 * 1024, cost: Number.POSITIVE_INFINITY };
const maxReasons = 200;
/** Characters. */
const longestReason = 2000;
const longestPath = 1000;

export function readReply(reply: WholeReply, assumptions: Assumptions | null): ReplyReading {
  const verdict = assumptions && reply.end && judgeResponse(responseOf(reply, reply.end, assumptions));
  const codings = headerValues(reply.headers, 'Content-Encoding');
  const unpacked = codings.length > 0 ? unpack(reply.body, codings) : null;
  const text = verdict?.text ?? new TextDecoder().decode(unpacked?.bytes ?? reply.body);
  const kind = verdict?.kind ?? null;
  const written = kind !== null && text.length <= prettyLimit ? prettyOf(text, kind) : null;
  return {
    verdict: verdict && shownVerdict(verdict, lenientReasons(verdict, reply.status)),
    isXml: kind === 'xml',
    raw: excerptOf(text.slice(0, bodyLimits.characters + 1), bodyLimits, text.length),
    pretty: written && excerptOf(written.text, bodyLimits, written.length),
    tree: verdict && replyTree(verdict),
    whole: text.length <= copyLimit ? text : null,
    packing: unpacked && packingOf(unpacked),
  };
}

function responseOf(reply: WholeReply, end: EventOf<'end'>, assumptions: Assumptions) {
  return {
    status: reply.status,
    headers: reply.headers,
    body: reply.body,
    ...(end.truncated && { receivedLength: end.replyBytes }),
    excess: end.excess,
    assumptions,
  };
}

function prettyOf(text: string, kind: 'xml' | 'json'): BoundedText | null {
  const limit = bodyLimits.characters + 1;
  return kind === 'json' ? prettyJson(text, limit) : prettyXml(text, limit);
}

function shownVerdict(verdict: Verdict, lenient: readonly Reason[]): ShownVerdict {
  const { success, generic, isPartial, mediaUrl, shown, path, reasons } = verdict;
  return {
    success,
    generic,
    isPartial,
    mediaUrl: mediaUrl === undefined ? null : excerptOf(mediaUrl, fieldLimits),
    shown: shown === null ? null : excerptOf(shown, fieldLimits),
    path: path === undefined || path.length > longestPath ? null : path,
    reasons: [...reasons.slice(0, maxReasons), ...lenient].map((reason) => ({
      ...reason,
      text: ended(reason.text),
    })),
  };
}

function ended(text: string): string {
  return text.length <= longestReason ? text : `${text.slice(0, longestReason)}…`;
}

function packingOf({ bytes, codings, problem }: ReturnType<typeof unpack>): Packing | null {
  if (codings.length === 0) return null;
  return { names: quote(codings.join(', ')), unpacked: problem === null ? bytes.length : null };
}
