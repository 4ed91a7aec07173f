/** What a check needs of its surroundings: the command line and the page pass in their own. */

import type { Failure } from '../upload/exchange.ts';
import type { UploadIo } from '../upload/run-upload.ts';
import type { HeaderPair } from './report.ts';
import type { MadeMedia } from './scenario.ts';

/** `Local` is what a sender keeps with an exchange (see `Exchange`). */
export interface CheckIo<Local = unknown> {
  /**
   * Sends the exchanges of one upload. `media`: null for the session's own, else made on the spot by `madePieces`.
   * `bytesPerSecond`: how fast the body goes out; null for as fast as it is taken.
   */
  readonly uploadIo: (media: MadeMedia | null, bytesPerSecond: number | null) => UploadIo<Local>;
  /** The beginning of a reply's body as it was received: at most so many bytes. */
  readonly replyBody: (local: Local, most: number) => Promise<Uint8Array>;
  /** GETs an address, as a recipient of the message would, and follows nothing. */
  readonly get: (url: string, choices: GetChoices) => Promise<Got>;
  /** The session's own media, once more, to compare it with. */
  readonly ownMedia: () => AsyncIterable<Uint8Array>;
  /** Resolves after so many milliseconds, or as soon as `signal` aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface GetChoices {
  readonly signal: AbortSignal;
  readonly headers: readonly HeaderPair[];
  /** Seconds in all. */
  readonly seconds: number;
  /** Not to an address of this machine or its network, whatever its name. */
  readonly publicOnly: boolean;
  /** As for uploads, where it is the same server. */
  readonly acceptCertificate?: string | undefined;
  /** Takes the body piece by piece; the next one waits for what it returns. False: the rest is not wanted. */
  readonly take: (bytes: Uint8Array) => boolean | Promise<boolean>;
}

export interface Got {
  /** Null where none came. */
  readonly reply: {
    readonly httpVersion: string;
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly HeaderPair[];
  } | null;
  /** Null where the reply is complete, or its rest was not wanted. */
  readonly failure: Failure | null;
}
