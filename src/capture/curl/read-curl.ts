/** curl commands out of the wild: every request in them, as curl would send it. */
import { utf8 } from '../../core/template/percent-encoding.ts';
import { latin1, latin1Bytes, textOf } from '../byte-text.ts';
import {
  type Capture,
  type CapturedEntry,
  type CapturedPiece,
  type CaptureFault,
  headerOf,
  urlOf,
} from '../captured.ts';
import { buildCurlRequest } from './build-request.ts';
import type { InputPiece, ShellCommand, Word } from './command.ts';
import type { FileSource } from './file-source.ts';
import { readOptions } from './options.ts';
import { readRequests } from './read-options.ts';
import type { RequestOptions } from './request-options.ts';
import { splitCommands } from './split-commands.ts';

/** Characters of commands that are read. */
export const mostCommand = 8 * 1024 * 1024;
const mostRequests = 200;
const mostFaults = 100;

/** Gives a file that a command names; null where it is not at hand. */
export type ReadFile = (path: string) => Uint8Array | null;

export interface CurlCaptures {
  /** One for each address; the first of several is what people mean most often. */
  readonly captures: readonly Capture[];
  readonly entries: readonly CapturedEntry[];
  readonly faults: readonly CaptureFault[];
}

const wrappers = new Set([
  'sudo',
  'time',
  'command',
  'exec',
  'env',
  'nohup',
  '$',
  '%',
  '>',
  'PS>',
  '&',
  'do',
  'then',
  'watch',
  '!',
]);

export function isCurl(text: string): boolean {
  return /(?:^|[\s|;&(`$"'\\/])curl(?:\.exe)?(?=["']?\s)/i.test(text.slice(0, 65536));
}

export function readCurl(text: string, readFile: ReadFile = () => null): CurlCaptures {
  if (text.length > mostCommand) {
    const told = 'The command has more than 8 MiB: give large bodies as a file, with --data-binary @file.';
    return only({ severity: 'fault', code: 'too-large', text: told, at: null });
  }
  const { commands, faults: split } = splitCommands(latin1(utf8(text)));
  const captures = commands.flatMap((command) => {
    const words = curlWords(command);
    return words === null ? [] : readCommand(words, command.input, readFile);
  });
  if (captures.length === 0) {
    const told = 'There is no curl command with an address here.';
    return only({ severity: 'fault', code: 'not-curl', text: told, at: null }, split);
  }
  const all = captures
    .slice(0, mostRequests)
    .map((capture) => ({ ...capture, faults: [...split.slice(0, mostFaults), ...capture.faults] }));
  return { captures: all, entries: all.map(entryOf), faults: split };
}

function only(fault: CaptureFault, others: readonly CaptureFault[] = []): CurlCaptures {
  const capture: Capture = { source: 'curl', request: null, reply: null, faults: [fault, ...others] };
  return { captures: [capture], entries: [], faults: [fault, ...others] };
}

function entryOf({ request }: Capture): CapturedEntry {
  if (request === null) return { method: '', url: '', status: null, isUpload: false };
  const isUpload = /^multipart\//i.test(headerOf(request.headers, 'content-type') ?? '');
  return { method: request.method, url: urlOf(request), status: null, isUpload };
}

/** What stands behind the program's name; null where the command is another one. */
function curlWords({ words }: ShellCommand): readonly Word[] | null {
  const at = words.findIndex(
    ({ text }) => !wrappers.has(text) && !/^(?:[A-Za-z_][A-Za-z0-9_]*=|[^\s]*[>$#]$)/.test(text),
  );
  const program = words[at]?.text.replace(/^.*[\\/]/, '').toLowerCase();
  return program === 'curl' || program === 'curl.exe' ? words.slice(at + 1) : null;
}

function readCommand(
  words: readonly Word[],
  input: readonly InputPiece[],
  readFile: ReadFile,
): readonly Capture[] {
  const faults: CaptureFault[] = [];
  const source = sourceOf(input, readFile, faults);
  const requests = readRequests(readOptions(words, faults), source, faults);
  return requests.flatMap((options) => capturesOf(options, source, faults));
}

function capturesOf(
  options: RequestOptions,
  source: FileSource,
  faults: readonly CaptureFault[],
): readonly Capture[] {
  const urls = options.urls.slice(0, mostRequests);
  const indexes = urls.length === 0 ? [0] : urls.map((_, index) => index);
  return indexes.map((index): Capture => {
    const found = faults.slice(0, mostFaults);
    const request = buildCurlRequest(options, index, source, found);
    return { source: 'curl', request, reply: null, faults: found };
  });
}

/** Standard input is `-`; what is not at hand is named once. */
function sourceOf(input: readonly InputPiece[], readFile: ReadFile, faults: CaptureFault[]): FileSource {
  const said = new Set<string>();
  const fromFile = (path: string, at: number | null): CapturedPiece => {
    const shown = textOf(latin1Bytes(path));
    const bytes = readFile(shown);
    if (bytes !== null) return { kind: 'bytes', bytes };
    if (!said.has(shown)) {
      said.add(shown);
      const what =
        shown === '-' ? 'What the command reads from standard input' : `The file ${shown.slice(0, 80)}`;
      faults.push({ severity: 'note', code: 'file-not-read', text: `${what} is not at hand.`, at });
    }
    return { kind: 'file', path: shown };
  };
  return (path, at) => {
    if (path !== '-' && path !== '.') return [fromFile(path, at)];
    if (input.length === 0) return [fromFile('-', at)];
    return input.map((piece) =>
      piece.kind === 'text' ? { kind: 'bytes', bytes: latin1Bytes(piece.text) } : fromFile(piece.path, at),
    );
  };
}
