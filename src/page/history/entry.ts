/**
 * An upload as the history keeps it: in two parts, a summary for the list and the details. What is read may
 * have been written by another version of the page; what is not of this shape is left alone.
 */
import * as z from 'zod/mini';
import type { StoredUpload } from '../storage/database.ts';

// Compiled checks need `eval`, which the page does not allow.
z.config({ jitless: true });

/** Of the shapes below. A page that knows a smaller number leaves such an entry alone. */
export const entryVersion = 1;

const version = z.literal(entryVersion);
const text = z.string();
const count = z.number();
const pair = z.tuple([text, text]);

/** The beginning of a text, and how many characters more there were. */
const cutText = z.object({ text, more: count });

/** `doubtful`: the reply is a success, and something weakens it. `no-reply`: no complete one, for any cause. */
const resultKind = z.enum(['succeeded', 'doubtful', 'failed', 'no-reply', 'cancelled', 'unjudged']);

const mediaFacts = z.object({ name: text, type: text, size: count });

const summaryShape = z.object({
  version,
  method: text,
  url: text,
  host: text,
  recipient: text,
  media: z.nullable(mediaFacts),
  result: z.object({
    kind: resultKind,
    /** `Upload succeeded`, `Not sent: host not found`. */
    title: text,
    /** What the user of the app sees, or the code of the failure. */
    text,
  }),
  status: z.nullable(count),
  /** Milliseconds from the start to the end of the last exchange. */
  ms: z.nullable(count),
});

const partRecord = z.object({ name: text, isFile: z.boolean(), value: cutText, bytes: count });

const requestRecord = z.object({
  method: text,
  url: text,
  /** In order, as sent. */
  headers: z.array(pair),
  moreHeaders: count,
  parts: z.array(partRecord),
  moreParts: count,
  boundary: text,
  bodyLength: count,
  media: z.nullable(
    z.extend(mediaFacts, {
      /** `blocks`: of a large file, the hash of its MiBs' hashes. */
      hash: z.nullable(z.object({ kind: z.enum(['sha256', 'blocks']), value: text })),
    }),
  ),
});

const replyRecord = z.object({
  httpVersion: text,
  status: count,
  statusText: text,
  headers: z.array(pair),
  moreHeaders: count,
  /** Null where it could not be read. */
  body: z.nullable(cutText),
  bodyBytes: count,
});

const verdictRecord = z.object({
  success: z.boolean(),
  /** Null on success. */
  shown: z.nullable(cutText),
  generic: z.boolean(),
  mediaUrl: z.nullable(cutText),
  path: z.nullable(text),
  reasons: z.array(z.object({ rule: text, tone: z.enum(['pass', 'fail', 'advice']), text })),
  /** What weakens it. */
  caveats: z.array(text),
});

const detailsShape = z.object({
  version,
  /** Of the last exchange. */
  request: requestRecord,
  reply: z.nullable(replyRecord),
  verdict: z.nullable(verdictRecord),
  failure: z.nullable(z.object({ code: text, title: text, detail: text })),
  timing: z.object({ phases: z.array(z.object({ name: text, ms: count })), total: count }),
  /** Exchanges before it that ended in a challenge (HDR-6). */
  logins: z.array(z.object({ scheme: text, status: count })),
  /** As in the tab's own storage. */
  session: z.unknown(),
  /** Passwords are kept: what is hidden on screen, and what stands for each. Null: they are masked here. */
  secrets: z.nullable(z.array(z.object({ value: text, blank: text }))),
  /** What stands for a password in these texts. */
  blanks: z.array(text),
});

export type ResultKind = z.infer<typeof resultKind>;
export type CutText = z.infer<typeof cutText>;
export type Summary = z.infer<typeof summaryShape>;
export type RequestRecord = z.infer<typeof requestRecord>;
export type PartRecord = z.infer<typeof partRecord>;
export type ReplyRecord = z.infer<typeof replyRecord>;
export type VerdictRecord = z.infer<typeof verdictRecord>;
export type EntryDetails = z.infer<typeof detailsShape>;

export interface Entry extends Omit<StoredUpload, 'summary'> {
  /** Null: of another version of the page. */
  readonly summary: Summary | null;
}

export function readEntry({ summary, ...rest }: StoredUpload): Entry {
  return { ...rest, summary: summaryShape.safeParse(summary).data ?? null };
}

/** Null: of another version of the page. */
export function readDetails(details: unknown): EntryDetails | null {
  return detailsShape.safeParse(details).data ?? null;
}
