/** The multipart body as segments (MP-5 to MP-9; RFC 7578, RFC 2046). */
import { client, type Origin } from '../source/provenance.ts';
import type { Expander } from '../template/expander.ts';
import { utf8 } from '../template/percent-encoding.ts';
import { concatenate } from './bytes.ts';
import type { BytePiece, Part } from './multipart-template.ts';
import type { BodySegment } from './plan.ts';

export interface BodyOptions {
  readonly boundary: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly mediaSize: number;
  readonly alwaysQuoted: boolean;
  /** MP-7: the empty line of the documentation's examples before the file part's headers. */
  readonly blankLine: boolean;
}

export function planBody(
  expander: Expander,
  parts: readonly Part[],
  options: BodyOptions,
): readonly BodySegment[] {
  const segments = parts.flatMap((part, index) => {
    const planned = planPart(expander, part, index, options);
    if (holds(planned, options.boundary)) {
      const message = `The boundary "${options.boundary}" occurs in this part: some servers stop reading there. Choose another boundary.`;
      expander.report('MP-9', 'error', message, part.range);
    }
    const delimiter = segment('delimiter', `--${options.boundary}\r\n`, index);
    return [delimiter, ...planned, segment('delimiter', '\r\n', index)];
  });
  return [...segments, segment('delimiter', `--${options.boundary}--\r\n`, null)];
}

/** Bytes; arithmetic, so that no media is read for it. */
export function lengthOf(segments: readonly BodySegment[]): number {
  return segments.reduce((sum, part) => sum + (part.kind === 'media' ? part.size : part.bytes.length), 0);
}

/** A part's headers, the empty line and its value, without the delimiter before and the line end after. */
function planPart(expander: Expander, part: Part, index: number, options: BodyOptions): BodySegment[] {
  const quotedName = options.alwaysQuoted || mustBeQuoted(part.name);
  const fileName: BytePiece[] = [{ bytes: utf8(options.fileName), origin: client }];
  const quotedFileName = options.alwaysQuoted || mustBeQuoted(fileName);
  // Any name written bare would look otherwise under the alternative; so would one quoted that need not be.
  if (!mustBeQuoted(part.name) || (part.value === null && !mustBeQuoted(fileName))) {
    expander.touch('part-names', part.range);
  }
  const segments = [
    segment('part-header', 'Content-Disposition: form-data; name=', index),
    ...parameterValue(part.name, quotedName, 'part-name', index),
  ];
  if (part.value !== null) {
    const value = part.value.map(({ bytes, origin }) => bytesSegment('value', bytes, origin, index));
    return [...segments, segment('part-header', '\r\n\r\n', index), ...value];
  }
  expander.touch('file-part-blank-line', part.range);
  if (options.blankLine) {
    const message =
      'The empty line before the headers of the file part ends them at once: this body is malformed, and 4 of 26 servers measured can read it.';
    expander.report('MP-7', 'warning', message, part.range);
    segments.unshift(segment('part-header', '\r\n', index));
  }
  return [
    ...segments,
    segment('part-header', '; filename=', index),
    ...parameterValue(fileName, quotedFileName, 'file-name', index),
    segment('part-header', `\r\nContent-Type: ${options.mediaType}\r\n\r\n`, index),
    { kind: 'media', size: options.mediaSize, part: index },
  ];
}

/** MP-6: what can't stand bare: nothing at all, a space, controls, non-ASCII, and RFC 2045's tspecials. */
function mustBeQuoted(pieces: readonly BytePiece[]): boolean {
  const isEmpty = pieces.every((piece) => piece.bytes.length === 0);
  return (
    isEmpty ||
    pieces.some((piece) => piece.bytes.some((byte) => byte <= 0x20 || byte >= 0x7f || isSpecial(byte)))
  );
}

const specials = new Set(utf8('()<>@,;:\\"/[]?='));

function isSpecial(byte: number): boolean {
  return specials.has(byte);
}

function parameterValue(
  pieces: readonly BytePiece[],
  quoted: boolean,
  role: 'part-name' | 'file-name',
  part: number,
): BodySegment[] {
  if (!quoted) return pieces.map(({ bytes, origin }) => bytesSegment(role, bytes, origin, part));
  return [
    segment(role, '"', part),
    ...pieces.map(({ bytes, origin }) => bytesSegment(role, escapeQuoted(bytes), origin, part)),
    segment(role, '"', part),
  ];
}

const escapes: Readonly<Record<number, Uint8Array>> = {
  0: utf8('%00'),
  10: utf8('%0A'),
  13: utf8('%0D'),
  34: utf8('\\"'),
  92: utf8('\\\\'),
};

function escapeQuoted(bytes: Uint8Array): Uint8Array {
  if (!bytes.some((byte) => byte in escapes)) return bytes;
  return Uint8Array.from(Array.from(bytes).flatMap((byte) => Array.from(escapes[byte] ?? [byte])));
}

function segment(
  role: 'delimiter' | 'part-header' | 'part-name' | 'file-name',
  text: string,
  part: number | null,
): BodySegment {
  return { kind: 'bytes', bytes: utf8(text), origin: client, role, part };
}

function bytesSegment(
  role: 'part-name' | 'file-name' | 'value',
  bytes: Uint8Array,
  origin: Origin,
  part: number,
): BodySegment {
  return { kind: 'bytes', bytes, origin, role, part };
}

const latin1 = new TextDecoder('latin1');

/** MP-9: whether the boundary occurs in the part's text, be it in the middle of a line. */
function holds(segments: readonly BodySegment[], boundary: string): boolean {
  const bytes = segments.flatMap((part) => (part.kind === 'bytes' ? [part.bytes] : []));
  return latin1.decode(concatenate(bytes)).includes(boundary);
}
