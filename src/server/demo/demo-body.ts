/**
 * Reads an upload's body to its end in bounded memory: fields are kept up to limits, files are
 * hashed, and kept where there is room. A body that is malformed is read to its end all the same,
 * and its fault told.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import busboy, { type Busboy } from 'busboy';
import { typeFromBytes } from '../../core/request/media-type.ts';
import { type DemoField, type DemoFile, type DemoReport, keptMedia } from '../../demo/report.ts';
import type { ByteDraft, ByteStore } from './byte-store.ts';
import { countDelimiters, type DelimiterCount } from './delimiter-count.ts';
import { pacedWork } from './paced-work.ts';

export interface DemoBody extends Pick<DemoReport, 'bodyLength' | 'fields' | 'files' | 'fault'> {
  /** Why nothing of it counts as received; null where it was read as a form to its end. */
  readonly broken: BrokenBody | null;
}

/** `cut`: the connection ended first. `bad-header`: of a part; an empty line ahead of it, for one (MP-7). */
export type BrokenBody = 'cut' | 'no-form' | 'bad-header' | 'unfinished' | 'malformed';

export interface ReadingOptions {
  /** Hears how many bytes have come, first of all of none; reading waits for what it returns. */
  readonly onBytes?: (total: number) => void | Promise<void>;
  /** Where files are kept. */
  readonly media?: ByteStore | null;
  /** Takes a copy of the body; to keep or drop it is the caller's. */
  readonly copy?: ByteDraft | null;
}

/** Bounds of what is kept: some 6 MiB at most, however large the body. */
export const demoLimits = { fields: 100, fieldSize: 64 * 1024, files: 20 } as const;

/** Enough to tell a type by. */
const headBytes = 16;
/** What is no file but an upload's own: delimiters, headers of parts and fields. */
const besideMedia = 64 * 1024;

/** Resolves when the body has ended, or its connection has. */
export async function readDemoBody(
  request: IncomingMessage,
  { onBytes = () => {}, media = null, copy = null }: ReadingOptions = {},
): Promise<DemoBody> {
  // Else a file that can't be kept would drive out those that are.
  const isTooLarge = Number(request.headers['content-length'] ?? 0) > keptMedia.bytes + besideMedia;
  const form = openForm(request, isTooLarge ? null : media);
  const write = pacedWork(async (piece) => {
    copy?.add(piece);
    await form.write(piece);
  });
  let bodyLength = 0;
  try {
    await onBytes(0);
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bodyLength += chunk.length;
      await write(chunk);
      await onBytes(bodyLength);
    }
  } catch {
    const whole = request.headers['content-length'];
    const of = whole === undefined ? '' : ` of ${whole}`;
    form.say(`The connection ended after ${bodyLength}${of} bytes.`, 'cut');
  }
  await form.end();
  return { bodyLength, fields: form.fields, files: form.files, ...form.fault() };
}

interface Form {
  readonly fields: readonly DemoField[];
  readonly files: readonly DemoFile[];
  readonly fault: () => Pick<DemoBody, 'fault' | 'broken'>;
  /** The first fault is the one that is told: the others follow from it. */
  readonly say: (fault: string, broken?: BrokenBody) => void;
  /** Resolves when more may come. */
  readonly write: (chunk: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
}

function openForm(request: IncomingMessage, media: ByteStore | null): Form {
  const fields: DemoField[] = [];
  const files: DemoFile[] = [];
  let fault: string | null = null;
  let broken: BrokenBody | null = null;
  const say: Form['say'] = (text, how) => {
    fault ??= text;
    broken ??= how ?? null;
  };
  const base = { fields, files, fault: () => ({ fault, broken }), say };
  const opened = openParser(request);
  if (typeof opened === 'string') {
    say(opened, 'no-form');
    return { ...base, write: async () => {}, end: async () => {} };
  }
  const { parser, delimiters } = opened;
  const fileEnds: Promise<void>[] = [];
  const drafts: (ByteDraft | null)[] = [];
  let limited = false;
  const limit = () => {
    limited = true;
    say(
      `There are more than ${demoLimits.fields} fields or ${demoLimits.files} files; the rest is not listed.`,
    );
  };
  // Listened to from the start: a parser's error that nobody hears would end the process.
  const closed = new Promise<void>((resolve) => parser.on('close', resolve).on('error', () => resolve()));
  parser.on('error', (error) => say(faultText(error), breakageOf(error)));
  parser.on('fieldsLimit', limit).on('filesLimit', limit);
  parser.on('field', (name, value, { valueTruncated }) => {
    // `name=""` comes as undefined, whatever the types say.
    fields.push({ name: name ?? '', value, truncated: valueTruncated });
  });
  parser.on('file', (partName, stream, { filename, mimeType }) => {
    const field = partName ?? '';
    const hash = createHash('sha256');
    const draft = media?.open() ?? null;
    let size = 0;
    let head: Buffer = Buffer.alloc(0);
    stream.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (head.length < headBytes) head = Buffer.concat([head, bytes.subarray(0, headBytes - head.length)]);
      hash.update(bytes);
      draft?.add(bytes);
    });
    const file = { field, name: filename ?? null, type: mimeType, media: null };
    const index = files.push({ ...file, size, sha256: '', bytesAre: null }) - 1;
    drafts[index] = draft;
    // Also where the body breaks off inside the file: what came of it is told.
    stream.on('error', () => {});
    const ended = new Promise<void>((resolve) => stream.on('close', resolve));
    fileEnds.push(
      ended.then(() => {
        files[index] = { ...file, size, sha256: hash.digest('hex'), bytesAre: typeFromBytes(head) };
      }),
    );
  });
  return {
    ...base,
    write: (chunk) => {
      delimiters.add(chunk);
      if (parser.destroyed) return Promise.resolve();
      return new Promise((resolve) => parser.write(chunk, () => resolve()));
    },
    end: async () => {
      if (!parser.destroyed) parser.end();
      await closed;
      await Promise.all(fileEnds);
      // The parser passes over a part without `Content-Disposition: form-data` in silence.
      const skipped = delimiters.total() - 1 - fields.length - files.length;
      if (!limited && skipped > 0) say(skippedText(skipped));
      for (const [index, file] of files.entries()) {
        const draft = drafts[index];
        if (broken === null) files[index] = { ...file, media: draft?.keep() ?? null };
        else draft?.drop();
      }
    },
  };
}

function openParser(
  request: IncomingMessage,
): { readonly parser: Busboy; readonly delimiters: DelimiterCount } | string {
  const type = request.headers['content-type'];
  if (type === undefined) return 'There is no Content-Type, so the body was not read as a form.';
  if (!/^multipart\/form-data[\t ]*(;|$)/i.test(type)) {
    return `The Content-Type is ${type}, not multipart/form-data, so the body was not read as a form.`;
  }
  const boundary = /;[\t ]*boundary=(?:"((?:[^"\\]|\\.)*)"|([^\t ;"]+))/i.exec(type);
  const text = boundary?.[1]?.replace(/\\(.)/g, '$1') ?? boundary?.[2];
  if (!text) return 'The Content-Type has no boundary, so the body could not be divided into parts.';
  try {
    const headers = request.headers;
    // Names and file names are raw UTF-8 (MP-6), and shown as they came, with their path.
    const parser = busboy({ headers, defParamCharset: 'utf8', preservePath: true, limits: demoLimits });
    return { parser, delimiters: countDelimiters(text) };
  } catch (error) {
    return faultText(error);
  }
}

function breakageOf(error: unknown): BrokenBody {
  switch (error instanceof Error ? error.message : '') {
    case 'Unexpected end of form':
    case 'Unexpected end of file':
      return 'unfinished';
    case 'Malformed part header':
      return 'bad-header';
    default:
      return 'malformed';
  }
}

function faultText(error: unknown): string {
  switch (breakageOf(error)) {
    case 'unfinished':
      return 'The body ends before its closing delimiter.';
    case 'bad-header':
      return 'A part’s headers are malformed. An empty line in front of them is such a fault (MP-7).';
    default:
      return `The body is no well-formed multipart/form-data (${error instanceof Error ? error.message : ''}).`;
  }
}

function skippedText(count: number): string {
  const parts = count === 1 ? 'A part was' : `${count} parts were`;
  return `${parts} passed over, for want of a Content-Disposition: form-data.`;
}
