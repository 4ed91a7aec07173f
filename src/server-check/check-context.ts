/** What the scenarios of one check share while it runs. */
import type { KnownSecret } from '../core/secrets/known-secrets.ts';
import type { TextMask } from '../core/secrets/text-mask.ts';
import type { CheckIo } from './check-io.ts';
import type { SeenUpload, Session } from './definition.ts';

export interface CheckContext<Local> {
  readonly io: CheckIo<Local>;
  readonly session: Session;
  /** Of the session. */
  readonly secrets: readonly KnownSecret[];
  /** Of those. */
  readonly mask: TextMask;
  /** Aborts where a person stops it, or the time is used up. */
  readonly signal: AbortSignal;
  readonly acceptCertificate: string | undefined;
  /** Milliseconds that a server may have us wait. */
  readonly longestWait: number;
  /** Hosts of a media_url that could not be reached. */
  readonly deadHosts: Set<string>;
  /** All uploads that were answered. */
  readonly seen: SeenUpload[];
  /** Uploads that were sent, answered or not. */
  readonly uploads: () => number;
  readonly countUpload: () => void;
  readonly countRequests: (count: number) => void;
  /** A request has left. */
  readonly markReached: () => void;
  /** What it is waiting for; null for nothing any more. */
  readonly say: (text: string | null) => void;
}
