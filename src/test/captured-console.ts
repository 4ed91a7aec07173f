/** For tests: runs a command line in this process and keeps what it prints. */
import type { ExitStatus } from '../cli/output/console.ts';
import { run } from '../cli/run.ts';

export interface Captured {
  readonly status: ExitStatus;
  readonly out: Buffer;
  /** `out` as text. */
  readonly text: string;
  readonly err: string;
}

export interface CapturedInputs {
  /** What standard input holds. */
  readonly input?: string | Uint8Array;
  readonly stop?: AbortSignal;
  readonly isTerminal?: boolean;
  /** Called with each chunk on standard output as it comes. */
  readonly onOut?: (text: string) => void;
}

export async function runCaptured(args: readonly string[], inputs: CapturedInputs = {}): Promise<Captured> {
  const chunks: Buffer[] = [];
  let err = '';
  const status = await run(args, {
    out: async (chunk) => {
      chunks.push(Buffer.from(chunk));
      inputs.onOut?.(Buffer.from(chunk).toString());
    },
    err: async (text) => {
      err += text;
    },
    isTerminal: inputs.isTerminal ?? false,
    input: async function* () {
      yield Buffer.from(inputs.input ?? '');
    },
    stop: () => inputs.stop ?? new AbortController().signal,
  });
  const out = Buffer.concat(chunks);
  return { status, out, text: out.toString(), err };
}
