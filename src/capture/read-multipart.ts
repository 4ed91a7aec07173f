/**
 * A body of multipart/form-data, taken apart with all that is unusual about it (RFC 7578, RFC 2046). It reads what
 * a log left of one as well: a body whose lines end in LF.
 */
import { asUtf8, cr, indexOfBytes, latin1, latin1Bytes, lf, startsWithAt, textOf } from './byte-text.ts';
import type { CapturedHeader, CaptureFault } from './captured.ts';
import { type HeaderParameter, parameterOf, readParameters } from './header-parameters.ts';

export interface CapturedPart {
  readonly headers: readonly CapturedHeader[];
  /** Null where it has none. */
  readonly name: PartText | null;
  readonly fileName: PartText | null;
  /** Its own Content-Type; null where it has none. */
  readonly type: string | null;
  readonly value: Uint8Array;
  /** An empty line stands before its headers, and ends them at once for most servers (MP-7). */
  readonly hasBlankLine: boolean;
  /** Bytes into the body. */
  readonly at: number;
}

/** A name or file name. */
export interface PartText {
  readonly bytes: Uint8Array;
  /** As UTF-8, else a character a byte. */
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface CapturedForm {
  readonly boundary: string;
  readonly parts: readonly CapturedPart[];
  /** Bytes before the first delimiter, and behind the line of the last one. */
  readonly preamble: number;
  readonly epilogue: number;
  /** The closing delimiter is there, and the CRLF behind it. */
  readonly isClosed: boolean;
  readonly endsInCrlf: boolean;
  /** Bytes of the body that belong to the form. */
  readonly end: number;
  readonly faults: readonly CaptureFault[];
}

const mostParts = 1000;
const mostHeaderBytes = 64 * 1024;

/** The boundary that a Content-Type names; null where it is no multipart type, or has none. */
export function boundaryOf(contentType: string | undefined): string | null {
  if (contentType === undefined) return null;
  const read = readParameters(contentType);
  if (!read.main.startsWith('multipart/')) return null;
  const value = parameterOf(read, 'boundary')?.value;
  return value ? value : null;
}

export function readMultipart(body: Uint8Array, boundary: string): CapturedForm {
  const delimiter = latin1Bytes(`--${latin1(new TextEncoder().encode(boundary))}`);
  const faults: CaptureFault[] = [];
  const parts: CapturedPart[] = [];
  const fault = (code: CaptureFault['code'], text: string, at: number | null) =>
    faults.push({ severity: 'fault', code, text, at });
  let at = nextDelimiter(body, delimiter, 0);
  const base = { boundary, parts, faults, isClosed: false, endsInCrlf: false };
  if (at < 0) {
    fault('no-delimiter', `The delimiter --${boundary} does not occur in the body: it has no parts.`, null);
    return { ...base, preamble: body.length, epilogue: 0, end: body.length };
  }
  const preamble = at;
  if (preamble > 0) fault('preamble', `${preamble} bytes stand before the first delimiter.`, 0);
  for (;;) {
    const lineEnd = endOfLine(body, at + delimiter.length);
    if (body[at + delimiter.length] === 0x2d && body[at + delimiter.length + 1] === 0x2d) {
      const end = lineEnd.next;
      const epilogue = body.length - end;
      if (epilogue > 0) fault('epilogue', `${epilogue} bytes follow the closing delimiter.`, end);
      return { ...base, preamble, epilogue, end, isClosed: true, endsInCrlf: lineEnd.kind === 'crlf' };
    }
    const start = lineEnd.next;
    const next = nextDelimiter(body, delimiter, Math.max(at + 1, start - 1));
    const end = next < 0 ? body.length : beforeLineEnd(body, next, start);
    if (parts.length >= mostParts) {
      fault('too-many', `There are more than ${mostParts} parts; the rest is not read.`, at);
      return { ...base, preamble, epilogue: 0, end: body.length };
    }
    parts.push(readPart(body, start, Math.max(start, end), faults));
    if (next < 0) {
      fault('not-closed', 'The body ends before its closing delimiter.', body.length);
      return { ...base, preamble, epilogue: 0, end: body.length };
    }
    at = next;
  }
}

/** At the start of a line, and followed by the end of one or by `--`. */
function nextDelimiter(body: Uint8Array, delimiter: Uint8Array, from: number): number {
  for (let at = indexOfBytes(body, delimiter, from); at >= 0; at = indexOfBytes(body, delimiter, at + 1)) {
    const after = body[at + delimiter.length];
    const ends = after === undefined || after === cr || after === lf || after === 0x20 || after === 0x09;
    const closes = after === 0x2d && body[at + delimiter.length + 1] === 0x2d;
    if ((at === 0 || body[at - 1] === lf) && (ends || closes)) return at;
  }
  return -1;
}

function endOfLine(body: Uint8Array, from: number): { next: number; kind: 'crlf' | 'lf' | 'none' } {
  const at = body.indexOf(lf, from);
  if (at < 0) return { next: body.length, kind: 'none' };
  return { next: at + 1, kind: body[at - 1] === cr ? 'crlf' : 'lf' };
}

/** The line end before a delimiter is part of that. */
function beforeLineEnd(body: Uint8Array, delimiterAt: number, start: number): number {
  let end = delimiterAt;
  if (end > start && body[end - 1] === lf) end -= 1;
  if (end > start && body[end - 1] === cr) end -= 1;
  return end;
}

function readPart(body: Uint8Array, start: number, end: number, faults: CaptureFault[]): CapturedPart {
  const headers: CapturedHeader[] = [];
  const lines: string[] = [];
  const hasBlankLine = beginsBlank(body, start, end);
  let at = hasBlankLine ? endOfLine(body, start).next : start;
  let valueStart = end;
  const limit = Math.min(end, start + mostHeaderBytes);
  while (at < limit) {
    const newline = body.indexOf(lf, at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    const line = body.subarray(at, lineEnd > at && body[lineEnd - 1] === cr ? lineEnd - 1 : lineEnd);
    at = Math.min(end, lineEnd + 1);
    if (line.length === 0) {
      valueStart = at;
      break;
    }
    const colon = line.indexOf(0x3a);
    const text = textOf(line);
    if (colon <= 0 || /[\t ]/.test(latin1(line.subarray(0, colon)))) {
      const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
      faults.push({ severity: 'fault', code: 'bad-part', text: `“${shown}” is no header of a part.`, at });
      // Text that begins at once: there is no empty line, so this is the value.
      if (headers.length === 0) {
        valueStart = start;
        break;
      }
      continue;
    }
    headers.push(headerFrom(text));
    lines.push(latin1(line));
  }
  const disposition = lines.find((line) => /^content-disposition[\t ]*:/i.test(line));
  const read = readParameters(disposition?.slice(disposition.indexOf(':') + 1) ?? '');
  const name = partText(parameterOf(read, 'name'));
  const isBad = (text: string) => faults.push({ severity: 'fault', code: 'bad-part', text, at: start });
  if (hasBlankLine)
    isBad('An empty line stands before the headers of a part: it ends them at once for most servers (MP-7).');
  if (name === null) isBad('A part has no Content-Disposition with a name.');
  const type = headers.find((header) => header.name.toLowerCase() === 'content-type')?.value.trim();
  return {
    headers,
    name,
    fileName: partText(parameterOf(read, 'filename')),
    type: type ?? null,
    value: body.subarray(valueStart, end),
    hasBlankLine,
    at: start,
  };
}

const dispositionStart = latin1Bytes('content-disposition');

/** MP-7, as the examples of the documentation have it. */
function beginsBlank(body: Uint8Array, start: number, end: number): boolean {
  const line = endOfLine(body, start);
  if (line.next >= end || line.next > start + 2 || body[start] === undefined) return false;
  if (line.next === start + 2 && body[start] !== cr) return false;
  const next = body.slice(line.next, line.next + dispositionStart.length);
  return startsWithAt(latin1Bytes(latin1(next).toLowerCase()), dispositionStart, 0);
}

export function headerFrom(line: string): CapturedHeader {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon);
  const rest = line.slice(colon + 1);
  const value = rest.startsWith(' ') ? rest.slice(1) : rest;
  return line === `${name}: ${value}` ? { name, value } : { name, value, line };
}

function partText(parameter: HeaderParameter | undefined): PartText | null {
  if (parameter === undefined) return null;
  const bytes = latin1Bytes(parameter.value);
  return { bytes, text: asUtf8(bytes) ?? parameter.value, isQuoted: parameter.isQuoted };
}
