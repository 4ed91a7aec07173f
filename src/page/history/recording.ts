/** What is known of an upload that is to be kept. */
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Upload } from '../exchange/exchange.ts';
import type { ReadOutcome } from '../exchange/reply-source.ts';
import type { Session } from '../state/session.ts';
import type { VerdictState } from '../state/use-verdict.ts';

export interface UnrecordedUpload {
  readonly upload: Upload;
  /** Null where the reply was not read. */
  readonly reading: ReadOutcome | null;
  readonly verdict: VerdictState;
  /** What was sent. */
  readonly built: BuiltRequest | null;
  /** What was put in besides. */
  readonly session: Session;
}

/** Of the mutation that does it, for whoever says how it went. */
export const recordingKey = ['record upload'];
