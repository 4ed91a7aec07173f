/** Reads a body by the parser that runs in the page, and tells what it saw as the server's readings do. */
import { getMultipartBoundary, type MultipartPart, parseMultipart } from '@remix-run/multipart-parser';
import { type ReadField, type ReadFile, type ReadingOutcome, readingLimits } from '../../demo/readings.ts';

export interface PageReadingOrder {
  readonly body: ArrayBuffer;
  /** Its Content-Type. */
  readonly type: string;
}

/** By its defaults, but for the size of a file: else no file over 2 MiB could be compared. */
const limits = { maxFileSize: 16 * 1024 * 1024, maxTotalSize: 32 * 1024 * 1024 };

export async function readInPage({ body, type }: PageReadingOrder): Promise<ReadingOutcome> {
  const boundary = getMultipartBoundary(type);
  if (boundary === null) return { kind: 'refused', message: 'The Content-Type has no boundary.' };
  const fields: ReadField[] = [];
  const files: ReadFile[] = [];
  let more = 0;
  try {
    for (const part of parseMultipart(new Uint8Array(body), { boundary, ...limits })) {
      if (fields.length + files.length >= readingLimits.entries) more += 1;
      else if (part.isFile) files.push(await fileOf(part));
      else fields.push(fieldOf(part));
    }
  } catch (error) {
    return { kind: 'refused', message: cut(error instanceof Error ? error.message : String(error)) };
  }
  return { kind: 'read', fields, files, more };
}

const cut = (text: string) => text.slice(0, readingLimits.text);

function fieldOf(part: MultipartPart): ReadField {
  return { name: cut(part.name ?? ''), value: cut(part.text), length: part.text.length };
}

async function fileOf(part: MultipartPart): Promise<ReadFile> {
  const bytes = new Uint8Array(part.bytes);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    field: cut(part.name ?? ''),
    name: part.filename === undefined ? null : cut(part.filename),
    type: cut(part.mediaType ?? ''),
    size: bytes.length,
    sha256: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
