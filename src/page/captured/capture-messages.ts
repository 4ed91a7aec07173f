/** What the page and the worker that reads captures say to each other. */
import type { CapturedEntry, CaptureFault } from '../../capture/captured.ts';
import type { Assumptions } from '../../core/assumptions.ts';
import type { Verdict } from '../../core/response/verdict.ts';
import type { Choices } from '../../import/guesses.ts';
import type { Imported } from '../../import/import-request.ts';
import type { InspectedRequest } from '../../inspect/inspect-request.ts';

export type CaptureTask =
  | { readonly type: 'import'; readonly choices: Choices; readonly assumptions: Assumptions }
  | { readonly type: 'inspect'; readonly assumptions: Assumptions };

export interface CaptureOrder {
  readonly id: number;
  /** The worker keeps what it read of a source, by its number. */
  readonly source: { readonly number: number; readonly blob: Blob };
  /** Index of the request that a person picked; null leaves the choice. */
  readonly entry: number | null;
  readonly task: CaptureTask;
}

/** Without what the page has no need of. */
export type ImportedAccount = Pick<Imported, 'xml' | 'guesses' | 'parameters' | 'proof'>;

export interface InspectedMessage {
  readonly request: InspectedRequest | null;
  readonly reply: InspectedReplyHead | null;
}

export interface InspectedReplyHead {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly verdict: Verdict;
}

export interface CaptureAnswer {
  readonly entries: readonly CapturedEntry[];
  readonly count: number;
  /** Null where a person must pick. */
  readonly chosen: number | null;
  readonly faults: readonly CaptureFault[];
  /** Null where there is nothing to import or inspect. */
  readonly imported: ImportedAccount | null;
  readonly inspected: InspectedMessage | null;
}

export interface CaptureReport {
  readonly id: number;
  /** Null where the file could not be read. */
  readonly answer: CaptureAnswer | null;
}
