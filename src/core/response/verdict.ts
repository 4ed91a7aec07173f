/** How the app reads a reply (contract, section 7). */
import type { AssumptionId, Assumptions } from '../assumptions.ts';

export interface ResponseInputs {
  readonly status: number;
  /** In the order received; values as text. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As received: a content encoding, if any, is still on it. */
  readonly body: Uint8Array;
  /** Bytes of the body on the wire where `body` is only its beginning. */
  readonly receivedLength?: number;
  /** More bytes followed the body on the wire than its Content-Length says. */
  readonly excess?: boolean;
  readonly assumptions: Assumptions;
}

export interface Reason {
  readonly rule: string;
  readonly text: string;
  /** 'pass' and 'fail' made the verdict; 'advice' did not change it (RES-7). */
  readonly tone: 'pass' | 'fail' | 'advice';
  /** The assumption that decided here (contract, section 8). */
  readonly assumption?: AssumptionId;
}

export interface Verdict {
  readonly success: boolean;
  readonly mediaUrl?: string;
  /** What the user of the app reads; null on success. */
  readonly shown: string | null;
  /** Whether `shown` is the app's generic text. */
  readonly generic: boolean;
  /** Path of the field that decided: `/response/media_url`, `$.media_url`. */
  readonly path?: string;
  readonly reasons: readonly Reason[];
  /** Only the beginning of the body was judged: with the rest the app may judge otherwise. */
  readonly isPartial: boolean;
  /** As what the body was read; null where it parses as neither (RES-4). */
  readonly kind: 'xml' | 'json' | null;
  /** The body as text, after the charset was settled. */
  readonly text: string;
}
