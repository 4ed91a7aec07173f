/**
 * A command line, cut into commands and words. All texts here are of UTF-8 bytes, a character each (as `latin1` of
 * `byte-text.ts` gives them): `$'\xff'` is a byte and no letter.
 */
import type { CaptureFault } from '../captured.ts';

export interface Word {
  readonly text: string;
  /** Characters into the input. */
  readonly at: number;
}

export interface ShellCommand {
  readonly words: readonly Word[];
  /** What its standard input holds: of the command before a `|`, of `<`, of a here-document. */
  readonly input: readonly InputPiece[];
}

export type InputPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string };

export interface SplitCommands {
  readonly commands: readonly ShellCommand[];
  readonly faults: readonly CaptureFault[];
}

/** Words of all commands. */
export const mostWords = 20_000;

export function variableFault(name: string, at: number): CaptureFault {
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  const text = `${shown} is filled in by the shell: its value is not known here, and it stands as it is written.`;
  return { severity: 'fault', code: 'shell-variable', text, at };
}

export function syntaxFault(text: string, at: number): CaptureFault {
  return { severity: 'fault', code: 'shell-syntax', text, at };
}
