/** A captured request, taken apart as the demo server does with what arrives there. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { textOf } from '../capture/byte-text.ts';
import { type CapturedRequest, type CaptureFault, headerOf, joined } from '../capture/captured.ts';
import {
  boundaryOf,
  type CapturedForm,
  type CapturedPart,
  readMultipart,
} from '../capture/read-multipart.ts';
import { typeFromBytes } from '../core/request/media-type.ts';
import type { DemoField, DemoFile } from '../demo/report.ts';

export interface InspectedPart {
  /** Null where it has none. */
  readonly name: string | null;
  readonly fileName: string | null;
  readonly type: string | null;
  /** Bytes; null where its content is not at hand. */
  readonly size: number | null;
  readonly sha256: string | null;
  readonly bytesAre: DemoFile['bytesAre'];
  /** The beginning of a text; null for a file. */
  readonly text: string | null;
}

export interface InspectedRequest {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Null where the Content-Type names none. */
  readonly boundary: string | null;
  readonly bodyLength: number;
  readonly bodySha256: string;
  /** In the order of the body. */
  readonly parts: readonly InspectedPart[];
  readonly fields: readonly DemoField[];
  readonly files: readonly DemoFile[];
  readonly faults: readonly CaptureFault[];
}

/** Characters of a field that are kept. */
const mostText = 64 * 1024;

export function inspectRequest(request: CapturedRequest): InspectedRequest {
  const { body, missing } = knownBody(request);
  const type = headerOf(request.headers, 'content-type');
  const boundary = boundaryOf(type);
  const form = boundary !== null && body.length > 0 ? readMultipart(body, boundary) : null;
  const parts = form?.parts ?? [];
  return {
    method: request.method,
    target: request.target,
    version: request.version,
    headers: request.headers.map(({ name, value }) => [name, value] as const),
    boundary,
    bodyLength: body.length,
    bodySha256: hashOf(body),
    parts: parts.map((part) => partOf(part, missing.has(part.value.byteOffset - body.byteOffset))),
    fields: parts.filter((part) => !isFile(part)).map(fieldOf),
    files: parts
      .filter(isFile)
      .map((part) => fileOf(part, missing.has(part.value.byteOffset - body.byteOffset))),
    faults: [...formFaults(type, boundary, body), ...(form?.faults ?? [])].concat(delimiterFaults(form)),
  };
}

/** What is at hand of it, and where something is missing. */
function knownBody(request: CapturedRequest): { body: Uint8Array; missing: ReadonlySet<number> } {
  const missing = new Set<number>();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of request.body) {
    if (piece.kind === 'file') missing.add(length);
    else {
      pieces.push(piece.bytes);
      length += piece.bytes.length;
    }
  }
  return { body: joined(pieces), missing };
}

function isFile({ fileName }: CapturedPart): boolean {
  return fileName !== null;
}

function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

function partOf(part: CapturedPart, isMissing: boolean): InspectedPart {
  return {
    name: part.name?.text ?? null,
    fileName: part.fileName?.text ?? null,
    type: part.type,
    size: isMissing ? null : part.value.length,
    sha256: isMissing ? null : hashOf(part.value),
    bytesAre: typeFromBytes(part.value.subarray(0, 64)),
    text: isFile(part) ? null : textOf(part.value.subarray(0, mostText)),
  };
}

function fieldOf({ name, value }: CapturedPart): DemoField {
  return {
    name: name?.text ?? '',
    value: textOf(value.subarray(0, mostText)),
    truncated: value.length > mostText,
  };
}

/** Without a hash where its content is not at hand. */
function fileOf(part: CapturedPart, isMissing: boolean): DemoFile {
  const bytesAre = typeFromBytes(part.value.subarray(0, 64));
  // What a parser takes where the part has none (RFC 7578, section 4.4).
  const type = part.type ?? 'application/octet-stream';
  return {
    field: part.name?.text ?? '',
    name: part.fileName?.text ?? null,
    type,
    size: part.value.length,
    sha256: isMissing ? '' : hashOf(part.value),
    bytesAre,
    media: null,
  };
}

function formFaults(
  type: string | undefined,
  boundary: string | null,
  body: Uint8Array,
): readonly CaptureFault[] {
  const fault = (code: CaptureFault['code'], text: string): readonly CaptureFault[] => [
    { severity: 'fault', code, text, at: null },
  ];
  if (body.length === 0) return fault('no-form', 'The request has no body: nothing is uploaded.');
  if (type === undefined)
    return fault('no-form', 'There is no Content-Type, so the body was not read as a form.');
  if (!/^multipart\/form-data\b/i.test(type))
    return fault('no-form', `The Content-Type is ${type.slice(0, 100)}, not multipart/form-data.`);
  if (boundary === null)
    return fault('no-boundary', 'The Content-Type has no boundary, so the body can’t be divided into parts.');
  return [];
}

function delimiterFaults(form: CapturedForm | null): readonly CaptureFault[] {
  if (form === null || !form.isClosed || form.endsInCrlf) return [];
  const text = 'No CRLF follows the closing delimiter: most servers do without it.';
  return [{ severity: 'note', code: 'not-closed', text, at: form.end }];
}

/** Nothing is said of the size of a file that is not at hand: it is taken as the one that would be sent. */
export function comparable(request: InspectedRequest, mediaSize: number): InspectedRequest {
  const files = request.files.map((file) => (file.sha256 === '' ? { ...file, size: mediaSize } : file));
  return { ...request, files };
}
