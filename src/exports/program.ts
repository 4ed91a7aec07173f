/**
 * What the programs of every language have in common: the message as lines of literals, one for each line
 * that is sent, and the sentences about them. A literal is ASCII, a character or an escape a byte, so that
 * no encoding of a saved file, and no character that an eye misses, changes what is sent.
 */
import { concatenate } from '../core/request/bytes.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import {
  type BytePiece,
  bodyPieces,
  type ExportedRequest,
  isContentLength,
  isVariable,
  type TextPiece,
} from './exported-request.ts';

/** Stands where the program puts the body's length, which it counts. */
export const bodyLength = { length: 'body' } as const;

export type LinePiece = BytePiece | typeof bodyLength;
export type Line = readonly LinePiece[];

export interface Program {
  readonly request: ExportedRequest;
  readonly head: readonly Line[];
  /** In the place of `media` goes the file. */
  readonly body: readonly (Line | 'media')[];
}

export function programOf(request: ExportedRequest): Program {
  const head: readonly (readonly (TextPiece | typeof bodyLength)[])[] = [
    [`${request.method} `, ...request.target, ' HTTP/1.1\r\n'],
    ...request.headers.map((header) => [
      `${header.name}: `,
      ...(isContentLength(header) ? [bodyLength] : header.value),
      '\r\n',
    ]),
    ['\r\n'],
  ];
  return { request, head: head.map(headLine), body: bodyLines(request) };
}

function headLine(pieces: readonly (TextPiece | typeof bodyLength)[]): Line {
  return joined(pieces.map((piece) => (typeof piece === 'string' ? utf8(piece) : piece)));
}

function bodyLines(request: ExportedRequest): (Line | 'media')[] {
  const lines: (Line | 'media')[] = [];
  let line: LinePiece[] = [];
  const flush = () => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (const piece of bodyPieces(request)) {
    if (piece === 'media') {
      flush();
      lines.push('media');
    } else if (isVariable(piece)) line.push(piece);
    else
      for (const part of linesOf(piece)) {
        line.push(part);
        if (part.at(-1) === 0x0a) flush();
      }
  }
  flush();
  return lines;
}

/** Each with its LF. */
export function linesOf(bytes: Uint8Array): readonly Uint8Array<ArrayBuffer>[] {
  const lines: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.slice(start, end));
    start = end;
  }
  return lines;
}

/** With neighbouring bytes as one literal. */
function joined(pieces: readonly LinePiece[]): Line {
  const line: LinePiece[] = [];
  for (const piece of pieces) {
    const last = line.at(-1);
    if (piece instanceof Uint8Array && last instanceof Uint8Array)
      line[line.length - 1] = concatenate([last, piece]);
    else line.push(piece);
  }
  return line.filter((piece) => !(piece instanceof Uint8Array && piece.length === 0));
}

/** How a language writes bytes between quotes: ASCII as it is, the rest as escapes. */
export function literal(bytes: Uint8Array, quote: "'" | '"', alsoEscaped = ''): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (byte === 0x0d) text += '\\r';
    else if (byte === 0x0a) text += '\\n';
    else if (byte === 0x5c || character === quote || alsoEscaped.includes(character))
      text += `\\${character}`;
    else if (byte >= 0x20 && byte < 0x7f) text += character;
    else text += `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return quote + text + quote;
}

/** A string of ASCII for a place in a program that is no message: a host. */
export const asciiLiteral = (text: string, quote: "'" | '"', alsoEscaped = '') =>
  literal(utf8(text), quote, alsoEscaped);

export interface ProgramWords {
  /** `node upload.mjs` */
  readonly command: string;
  /** `Node 18 or newer` */
  readonly needs: string;
}

/** What a program says about itself at its top; lines without the marks of a comment. */
export function aboutProgram({ request }: Program, { command, needs }: ProgramWords): readonly string[] {
  const { mediaSize, variables } = request;
  return [
    'Sends this upload byte for byte and prints the reply as it comes.',
    `Needs ${needs} and nothing else.`,
    '',
    `  ${command}${mediaSize === null ? '' : ' photo.jpg'}`,
    '',
    ...(mediaSize === null
      ? []
      : [`The file must be the one of ${mediaSize} bytes that the request was made for.`]),
    ...(variables.length === 0
      ? []
      : [
          'Set these environment variables first, each to what is sent in its place:',
          ...variables.map(({ name, places }) => `  ${name} (${places.join('; ')})`),
        ]),
    'Exit status: 0 for a 2xx reply, 1 for any other or none, 2 for bad usage.',
  ];
}

export const indent = (lines: readonly string[], by: string) =>
  lines.map((line) => (line === '' ? '' : by + line)).join('\n');
