/** What a command may touch of its surroundings; tests hand in their own. */
export interface Console {
  /** Resolves once the text is on its way; rejects with `OutputClosed` where nobody reads any more. */
  readonly out: (chunk: string | Uint8Array) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  /** Standard input, read only where a file name is `-`. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Aborted by Ctrl+C or a request to end; a command that never asks is ended by them at once. */
  readonly stop: () => AbortSignal;
}

/** The reader of standard output went away (`… | head -1`): the rest is not an error. */
export class OutputClosed extends Error {}

/** Exit statuses. */
export const exit = { ok: 0, failed: 1, usage: 2, noReply: 3 } as const;
export type ExitStatus = (typeof exit)[keyof typeof exit];
