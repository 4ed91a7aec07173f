/** A captured request from a file or standard input: a HAR of any size, all else up to 64 MiB. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { captureKind } from '../../capture/capture-kind.ts';
import { type Capture, type CapturedEntry, mostCaptured } from '../../capture/captured.ts';
import { readCurl } from '../../capture/curl/read-curl.ts';
import { HarReader } from '../../capture/har-reader.ts';
import { readRaw } from '../../capture/read-raw.ts';
import type { Console } from '../output/console.ts';
import { UsageError } from '../usage-error.ts';
import { maxFileBytes, unreadable } from './read-file.ts';

export interface CaptureOptions {
  /** 1-based; as it was typed. */
  readonly entry: string | undefined;
  /** Reads the files that a curl command names. */
  readonly readFiles: boolean;
}

const sniffed = 64 * 1024;
const mostListed = 40;

/** Throws a UsageError where it can't be read, or where one of several must be picked. */
export async function readCapture(file: string, console: Console, options: CaptureOptions): Promise<Capture> {
  const wanted = entryIndex(options.entry);
  try {
    const stream: AsyncIterable<Uint8Array> = file === '-' ? console.input() : createReadStream(file);
    return await readStream(file, stream, wanted, options.readFiles);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(unreadable(file, error));
  }
}

function entryIndex(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--entry ${text}: must be a number from 1.`);
  return Number(text) - 1;
}

async function readStream(
  file: string,
  stream: AsyncIterable<Uint8Array>,
  wanted: number | null,
  readsFiles: boolean,
): Promise<Capture> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let har: HarReader | null = null;
  for await (const chunk of stream) {
    size += chunk.length;
    if (har !== null) {
      har.add(chunk);
      continue;
    }
    chunks.push(chunk);
    if (size > maxFileBytes) throw new UsageError(`${file} is larger than 64 MiB: cut out the one request.`);
    if (size < sniffed) continue;
    // Known by its first bytes: what follows need not be kept.
    if (size - chunk.length >= sniffed || captureKind(Buffer.concat(chunks)) !== 'har') continue;
    har = new HarReader(wanted);
    for (const one of chunks) har.add(one);
    chunks = [];
  }
  if (har === null && captureKind(Buffer.concat(chunks).subarray(0, sniffed)) === 'har') {
    har = new HarReader(wanted);
    for (const chunk of chunks) har.add(chunk);
  }
  if (har !== null) return fromHar(har, file, wanted);
  const bytes = new Uint8Array(Buffer.concat(chunks));
  if (captureKind(bytes) === 'raw') return readRaw(bytes);
  const { captures, entries } = readCurl(
    new TextDecoder().decode(bytes),
    readsFiles ? readNamedFile : undefined,
  );
  const [only, ...more] = captures;
  if (only !== undefined && more.length === 0 && wanted === null) return only;
  const chosen = wanted ?? onlyUpload(entries);
  const capture = chosen === null ? undefined : captures[chosen];
  if (capture === undefined) throw pickOne(entries, entries.length, wanted);
  return capture;
}

function fromHar(har: HarReader, file: string, wanted: number | null): Capture {
  const { chosen, entries, count } = har.end();
  if (count === 0 && chosen === null) throw new UsageError(`${file} is a HAR without entries.`);
  if (chosen === null) throw pickOne(entries, count, wanted);
  return chosen.capture;
}

function onlyUpload(entries: readonly CapturedEntry[]): number | null {
  const uploads = entries.flatMap(({ isUpload }, index) => (isUpload ? [index] : []));
  return uploads.length === 1 ? (uploads[0] ?? null) : null;
}

function pickOne(entries: readonly CapturedEntry[], count: number, wanted: number | null): UsageError {
  const shown = entries
    .map(({ method, url, status, isUpload }, index) => {
      const marks = `${status === null ? '' : ` ${status}`}${isUpload ? ' upload' : ''}`;
      return `${index + 1}: ${method} ${url.slice(0, 200)}${marks}`;
    })
    .filter((_, index) => entries.length <= mostListed || entries[index]?.isUpload === true)
    .slice(0, mostListed);
  const reason =
    wanted === null
      ? `There are ${count} requests here: pick one with --entry N.`
      : `There is no entry ${wanted + 1}, there are ${count}.`;
  return new UsageError(reason, ...shown);
}

/** Relative to the folder that the command line runs in, as curl would; null where it can't be read. */
function readNamedFile(path: string): Uint8Array | null {
  try {
    const { size } = statSync(path);
    return path === '-' || size > mostCaptured ? null : new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}
