/** `-F`, as curl reads and writes it: `name=value`, `name=@file`, `name=<file`, with `;type=` and `;filename=`. */

import { latin1Bytes } from '../byte-text.ts';
import type { CapturedPiece, CaptureFault } from '../captured.ts';
import type { FileSource } from './file-source.ts';

export interface FormPart {
  readonly name: string;
  readonly fileName: string | null;
  readonly type: string | null;
  readonly encoder: string | null;
  readonly headers: readonly string[];
  readonly content: readonly CapturedPiece[];
}

/** Of white space as C knows it: the bytes of a letter are none. */
function trimmed(text: string, atStart = true): string {
  const end = text.replace(/[ \t\v\f\r\n]+$/, '');
  return atStart ? end.replace(/^[ \t\v\f\r\n]+/, '') : end;
}

/** `--form-string`: to the letter. */
export function literalPart(text: string): FormPart {
  const [name, value] = nameAndValue(text);
  return { name, fileName: null, type: null, encoder: null, headers: [], content: bytes(value) };
}

function nameAndValue(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function bytes(text: string): readonly CapturedPiece[] {
  return text === '' ? [] : [{ kind: 'bytes', bytes: latin1Bytes(text) }];
}

export function readFormPart(text: string, at: number, source: FileSource, faults: CaptureFault[]): FormPart {
  const [name, given] = nameAndValue(text);
  const unread = (what: string) =>
    faults.push({ severity: 'fault', code: 'unread-option', text: `-F ${name}: ${what} can't be read.`, at });
  const kind = given[0];
  if (!text.includes('=')) unread('a part without =');
  if (kind === '(' || given === ')') unread('parts inside of a part');
  const isFile = kind === '@' || kind === '<';
  const scanner = new PartScanner(isFile ? given.slice(1) : given, kind === '@' ? ',;' : ';');
  const content = scanner.word();
  let fileName: string | null = null;
  let type: string | null = null;
  let encoder: string | null = null;
  const headers: string[] = [];
  let lastWasType = false;
  while (scanner.next() === ';') {
    const setting = /^[ \t]*(type|filename|encoder|headers)=/.exec(scanner.rest())?.[0];
    if (setting === undefined) {
      const rest = scanner.raw();
      // Behind a type, it belongs to that; elsewhere curl leaves it out.
      if (lastWasType && type !== null) type = `${type};${trimmed(rest, false)}`;
      else if (trimmed(rest) !== '')
        faults.push({
          severity: 'note',
          code: 'unread-option',
          text: `-F ${name}: curl leaves out what follows the semicolon, “${rest.slice(0, 40)}”.`,
          at,
        });
      continue;
    }
    scanner.skip(setting.length);
    lastWasType = false;
    switch (setting.trim()) {
      case 'type=':
        type = trimmed(scanner.raw());
        lastWasType = true;
        break;
      case 'filename=':
        fileName = scanner.word();
        break;
      case 'encoder=':
        encoder = scanner.word();
        unread('an encoder');
        break;
      default:
        if (/^[@<]/.test(scanner.rest())) unread('headers of a file');
        headers.push(scanner.word());
    }
  }
  if (scanner.hasMore()) unread('more than one file in a part');
  if (!isFile) return { name, fileName, type, encoder, headers, content: bytes(content) };
  const path = content;
  const guessed = typeByName(fileName ?? path);
  if (kind === '<') {
    // A text from a file: as if it were typed.
    const own = typeByName(path);
    const shownType = own === 'text/plain' || own === null ? null : own;
    return {
      name,
      fileName,
      type: type ?? (fileName === null ? shownType : (own ?? octetStream)),
      encoder,
      headers,
      content: source(path, at),
    };
  }
  return {
    name,
    fileName: fileName ?? (path === '-' ? '-' : baseName(path)),
    type: type ?? guessed ?? typeByName(path) ?? octetStream,
    encoder,
    headers,
    content: source(path, at),
  };
}

export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

const octetStream = 'application/octet-stream';
const types: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  pdf: 'application/pdf',
  xml: 'application/xml',
};

/** curl's own short table; it asks no system. */
function typeByName(name: string): string | null {
  return types[/\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** What stands behind `name=`, word by word. */
class PartScanner {
  private at = 0;
  private readonly text: string;
  private readonly ends: string;

  constructor(text: string, ends: string) {
    this.text = text;
    this.ends = ends;
  }

  rest(): string {
    return this.text.slice(this.at, this.at + 64);
  }

  skip(length: number): void {
    this.at += length;
  }

  hasMore(): boolean {
    return this.at < this.text.length;
  }

  /** The separator, taken; an end where there is none, or another one. */
  next(): string {
    if (this.text[this.at] !== ';') return '';
    this.at += 1;
    return ';';
  }

  /** In double quotes, where a backslash escapes, or up to a separator, without the white space around it. */
  word(): string {
    const start = this.at;
    while (/[ \t\v\f\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
    if (this.text[this.at] === '"') {
      const match = /"((?:[^"\\]|\\[\s\S])*)"[ \t]*/y;
      match.lastIndex = this.at;
      const found = match.exec(this.text);
      const after = found === null ? undefined : this.text[match.lastIndex];
      if (found !== null && (after === undefined || this.ends.includes(after) || after === ';')) {
        this.at = match.lastIndex;
        return (found[1] ?? '').replaceAll(/\\(["\\])/g, '$1');
      }
    }
    this.at = start;
    return trimmed(this.raw());
  }

  raw(): string {
    const start = this.at;
    while (this.at < this.text.length && !this.ends.includes(this.text[this.at] ?? '')) this.at += 1;
    return this.text.slice(start, this.at);
  }
}

/** The body that curl makes of the parts. Names are escaped as forms of browsers are (since curl 7.81). */
export function formPieces(
  parts: readonly FormPart[],
  boundary: string,
  escapes: (text: string) => string,
): CapturedPiece[] {
  const text = (line: string): CapturedPiece => ({ kind: 'bytes', bytes: latin1Bytes(line) });
  const pieces = parts.flatMap((part) => {
    const file = part.fileName === null ? '' : `; filename="${escapes(part.fileName)}"`;
    const lines = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${escapes(part.name)}"${file}`,
      ...(part.type === null ? [] : [`Content-Type: ${part.type}`]),
      ...(part.encoder === null ? [] : [`Content-Transfer-Encoding: ${part.encoder}`]),
      ...part.headers,
    ];
    return [text(`${lines.join('\r\n')}\r\n\r\n`), ...part.content, text('\r\n')];
  });
  return [...pieces, text(`--${boundary}--\r\n`)];
}

export function percentEscapes(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function backslashEscapes(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
