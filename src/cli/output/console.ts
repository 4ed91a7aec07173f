/** What a command may use outside itself; the streams are the process's own, or a test's. */
import { escapeUnseen, visibleJson } from '../../core/source/escape-unseen.ts';

export interface Streams {
  /** Resolves once the text is handed on; rejects with `OutputClosed` where it is no longer read. */
  readonly out: (chunk: string | Uint8Array) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  /** Of standard output: a person reads it, and a terminal obeys it. */
  readonly isTerminal: boolean;
  /** Standard input, read only where a file name is `-`. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Aborted by Ctrl+C or a request to end; a command that never asks is ended by them at once. */
  readonly stop: () => AbortSignal;
}

/** One line, or several. */
type Lines = string | readonly string[];

/**
 * How a command prints. Lines come without their ends, and what a terminal would obey is written
 * visibly in all of them: a server, a document or a file name can neither steer it nor forge a line.
 */
export interface Console extends Pick<Streams, 'input' | 'stop'> {
  readonly out: (lines: Lines) => Promise<void>;
  readonly err: (lines: Lines) => Promise<void>;
  readonly json: (value: unknown) => Promise<void>;
  /** As it is: the bytes of a request. */
  readonly exact: (chunk: string | Uint8Array) => Promise<void>;
  /** As it is, too; on a terminal visibly, but for line breaks and tabs. */
  readonly document: (text: string) => Promise<void>;
}

export function consoleOn({ out, err, isTerminal, input, stop }: Streams): Console {
  return {
    out: async (lines) => out(visibleLines(lines)),
    err: async (lines) => err(visibleLines(lines)),
    json: async (value) => out(`${visibleJson(value)}\n`),
    exact: out,
    document: async (text) => out(isTerminal ? visibleDocument(text) : text),
    input,
    stop,
  };
}

function visibleLines(lines: Lines): string {
  return [lines]
    .flat()
    .map((line) => `${escapeUnseen(line)}\n`)
    .join('');
}

function visibleDocument(text: string): string {
  return text.replaceAll(/[^\t\r\n]+|\r(?!\n)/g, escapeUnseen);
}

/** The reader of standard output went away (`… | head -1`): the rest is not an error. */
export class OutputClosed extends Error {}

/** Exit statuses. */
export const exit = { ok: 0, failed: 1, usage: 2, noReply: 3 } as const;
export type ExitStatus = (typeof exit)[keyof typeof exit];
