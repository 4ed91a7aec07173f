/**
 * A check of a server, as data: what was asked, sent, answered, and what follows from it. The page, the command
 * line, report files and the diagnosis all read this one shape. It is JSON as it stands, and its secrets are
 * masked when it is made: nothing that is written into it has to be masked again.
 */
import type { ScenarioGroup } from './scenario.ts';

/** Of the shape below. A program that knows a smaller number leaves such a report alone. */
export const reportVersion = 1;

/**
 * `warning`: as expected, but somebody should read why. `observed`: of a probe, which no answer passes or fails. `skipped`: can't be asked of this configuration.
 * `not-run`: the check ended before it, or it was not chosen after all.
 */
export type Outcome = 'passed' | 'warning' | 'failed' | 'observed' | 'skipped' | 'not-run';

/** Why an outcome is what it is: a sentence, and the rule that it rests on. */
export interface Reason {
  readonly rule: string;
  readonly text: string;
}

/** Characters of a body or reply that a report keeps. */
export const mostText = 16 * 1024;

/** The beginning of a text, and how many characters more there were. */
export interface CutText {
  readonly text: string;
  readonly more: number;
}

export type HeaderPair = readonly [name: string, value: string];

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  /** The body as text; where the media stands, a line says so. */
  readonly body: CutText;
  /** Bytes. */
  readonly bodyLength: number;
  /** Null where no part holds it. */
  readonly media: { readonly name: string; readonly type: string; readonly size: number } | null;
}

export interface RecordedReply {
  readonly httpVersion: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderPair[];
  readonly body: CutText;
  /** Bytes of the body as received. */
  readonly bytes: number;
}

/** As the app's user would see it (`Verdict`, in text alone). */
export interface RecordedVerdict {
  readonly success: boolean;
  readonly mediaUrl: string | null;
  /** What the app's user reads; null on success. */
  readonly shown: string | null;
  /** It is the app's own general text: the reply had no message. */
  readonly generic: boolean;
  readonly reasons: readonly Reason[];
}

export interface RecordedExchange {
  /** What this one was for, where a scenario has several: `the second upload`, `media_url fetched`. */
  readonly about: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly request: RecordedRequest;
  /** Null where no complete one came; `failure` says why. */
  readonly reply: RecordedReply | null;
  readonly failure: { readonly code: string; readonly title: string; readonly detail: string } | null;
  /** Null without a reply, and for what is no upload. */
  readonly verdict: RecordedVerdict | null;
}

/** What is known of the media after an upload: whether `media_url` gives the same bytes back. */
export type Arrival = 'same' | 'different' | 'unknown';

export interface ScenarioResult {
  /** Of `Scenario`: stays the same over versions, so that two reports can be compared. */
  readonly name: string;
  readonly group: ScenarioGroup;
  readonly title: string;
  readonly rule: string;
  readonly outcome: Outcome;
  /** Deciding ones first; a skipped or failed scenario has at least one. */
  readonly reasons: readonly Reason[];
  /** Rows of the measured table of 26 servers that speak of its request (`VariantId`). */
  readonly variants: readonly string[];
  readonly arrival: Arrival;
  readonly exchanges: readonly RecordedExchange[];
  readonly milliseconds: number;
}

/** How the whole check ended. */
export type CheckEnd =
  | 'finished'
  /** A person stopped it. */
  | 'cancelled'
  /** There was never a connection to the server. */
  | 'unreachable'
  /** The server went away in the middle of it. */
  | 'gone'
  /** The time or the number of requests that was granted is used up. */
  | 'limit';

export interface CheckReport {
  readonly version: typeof reportVersion;
  /** Of the playground. */
  readonly product: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** What was checked: method and URL as the first request had them, masked. */
  readonly method: string;
  readonly url: string;
  /** The Account XML's file name; empty where it has none. */
  readonly file: string;
  readonly end: CheckEnd;
  /** In the order of the scenarios, one each of those that were chosen. */
  readonly results: readonly ScenarioResult[];
  /** Null before the check has ended. */
  readonly diagnosis: Diagnosis | null;
}

/** `high`: nothing else of the measured table fits. `low`: several fit; the scenario to run next is named. */
export type Confidence = 'high' | 'medium' | 'low';

/** What probably reads the uploads, or stands before it, or is wrong with the server's program. */
export interface DiagnosedCause {
  /** `reader-php`, `limit-nginx-body`, `latin-1-file-names`. */
  readonly id: string;
  /** `PHP reads the uploads`. */
  readonly title: string;
  readonly confidence: Confidence;
  /** Each a sentence that says where it was seen. */
  readonly evidence: readonly string[];
  /** Names of the scenarios that it explains. */
  readonly explains: readonly string[];
  readonly remedies: readonly Remedy[];
}

/** A change that makes the scenarios pass. */
export type Remedy =
  /** In the Account XML: a key and its new value, which a quick fix sets. */
  | {
      readonly kind: 'account-xml';
      readonly text: string;
      readonly key: string;
      readonly value: string;
    }
  /** Elsewhere, as the exact lines: `php.ini`, `nginx.conf`, `server.js`. */
  | { readonly kind: 'lines'; readonly text: string; readonly where: string; readonly lines: string }
  | { readonly kind: 'advice'; readonly text: string };

export interface Diagnosis {
  /** The most certain first. */
  readonly causes: readonly DiagnosedCause[];
  /** Readers of the measured table that fit, the likeliest first; empty where nothing is known. */
  readonly readers: readonly { readonly id: string; readonly title: string }[];
  /** The scenario that would tell most, where the evidence is thin; null where nothing would. */
  readonly next: { readonly scenario: string; readonly text: string } | null;
}
