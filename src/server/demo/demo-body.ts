/**
 * Reads an upload's body to its end in flat memory: fields are kept up to limits, files are
 * hashed and dropped. A body that is malformed is read to its end all the same, and its fault told.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import busboy, { type Busboy } from 'busboy';
import type { DemoField, DemoFile, DemoReport } from '../../demo/report.ts';
import { countDelimiters, type DelimiterCount } from './delimiter-count.ts';

export type DemoBody = Pick<DemoReport, 'bodyLength' | 'fields' | 'files' | 'fault'>;

/** Bounds of what is kept: some 6 MiB at most, however large the body. */
export const demoLimits = { fields: 100, fieldSize: 64 * 1024, files: 20 } as const;

/**
 * Resolves when the body has ended, or its connection has. `onBytes` hears how many bytes have come
 * so far, with the first call before the first of them; reading waits for what it returns.
 */
export async function readDemoBody(
  request: IncomingMessage,
  onBytes: (total: number) => void | Promise<void> = () => {},
): Promise<DemoBody> {
  const form = openForm(request);
  let bodyLength = 0;
  try {
    await onBytes(0);
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bodyLength += chunk.length;
      await form.write(chunk);
      await onBytes(bodyLength);
    }
  } catch {
    const whole = request.headers['content-length'];
    form.say(`The connection ended after ${bodyLength}${whole === undefined ? '' : ` of ${whole}`} bytes.`);
  }
  await form.end();
  return { bodyLength, fields: form.fields, files: form.files, fault: form.fault() };
}

interface Form {
  readonly fields: readonly DemoField[];
  readonly files: readonly DemoFile[];
  readonly fault: () => string | null;
  /** The first fault is the one that is told: the others follow from it. */
  readonly say: (fault: string) => void;
  /** Resolves when more may come. */
  readonly write: (chunk: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
}

function openForm(request: IncomingMessage): Form {
  const fields: DemoField[] = [];
  const files: DemoFile[] = [];
  let fault: string | null = null;
  const say = (text: string) => {
    fault ??= text;
  };
  const base = { fields, files, fault: () => fault, say };
  const opened = openParser(request);
  if (typeof opened === 'string') {
    say(opened);
    return { ...base, write: async () => {}, end: async () => {} };
  }
  const { parser, delimiters } = opened;
  const fileEnds: Promise<void>[] = [];
  let limited = false;
  const limit = () => {
    limited = true;
    say(
      `There are more than ${demoLimits.fields} fields or ${demoLimits.files} files; the rest is not listed.`,
    );
  };
  // Listened to from the start: a parser's error that nobody hears would end the process.
  const closed = new Promise<void>((resolve) => parser.on('close', resolve).on('error', () => resolve()));
  parser.on('error', (error) => say(faultText(error)));
  parser.on('fieldsLimit', limit).on('filesLimit', limit);
  parser.on('field', (name, value, { valueTruncated }) => {
    // `name=""` comes as undefined, whatever the types say.
    fields.push({ name: name ?? '', value, truncated: valueTruncated });
  });
  parser.on('file', (partName, stream, { filename, mimeType }) => {
    const field = partName ?? '';
    const hash = createHash('sha256');
    let size = 0;
    stream.on('data', (bytes: Buffer) => {
      size += bytes.length;
      hash.update(bytes);
    });
    const index = files.push({ field, name: filename ?? null, type: mimeType, size, sha256: '' }) - 1;
    // Also where the body breaks off inside the file: what came of it is told.
    stream.on('error', () => {});
    const ended = new Promise<void>((resolve) => stream.on('close', resolve));
    fileEnds.push(
      ended.then(() => {
        files[index] = { field, name: filename ?? null, type: mimeType, size, sha256: hash.digest('hex') };
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

function faultText(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  switch (message) {
    case 'Unexpected end of form':
    case 'Unexpected end of file':
      return 'The body ends before its closing delimiter.';
    case 'Malformed part header':
      return 'A part’s headers are malformed. An empty line in front of them is such a fault (MP-7).';
    default:
      return `The body is no well-formed multipart/form-data (${message}).`;
  }
}

function skippedText(count: number): string {
  const parts = count === 1 ? 'A part was' : `${count} parts were`;
  return `${parts} passed over, for want of a Content-Disposition: form-data.`;
}
