/** From the options as given to what they say of each request. */
import { utf8 } from '../../core/template/percent-encoding.ts';
import { latin1, latin1Bytes } from '../byte-text.ts';
import type { CapturedPiece, CaptureFault } from '../captured.ts';
import type { FileSource } from './file-source.ts';
import { literalPart, readFormPart } from './form-part.ts';
import type { GivenOption } from './options.ts';
import { emptyOptions, type RequestOptions } from './request-options.ts';

export function readRequests(
  given: readonly GivenOption[],
  source: FileSource,
  faults: CaptureFault[],
): readonly RequestOptions[] {
  const requests = [emptyOptions()];
  for (const option of given) {
    const current = requests.at(-1);
    if (option.name === 'next' || current === undefined) requests.push(emptyOptions());
    else take(current, option, source, faults);
  }
  return requests.filter((one) => one.urls.length > 0 || one.data.length > 0 || one.forms.length > 0);
}

function take(
  into: RequestOptions,
  { name, value, at, isOff }: GivenOption,
  source: FileSource,
  faults: CaptureFault[],
): void {
  const unread = (text: string) => faults.push({ severity: 'fault', code: 'unread-option', text, at });
  switch (name) {
    case '':
    case 'url':
      into.urls.push({ url: value, at });
      break;
    case 'request':
      into.method = value;
      break;
    case 'header':
      if (value.startsWith('@')) unread(`-H ${value.slice(0, 40)}: headers in a file can't be read.`);
      else into.headers.push({ text: value, at });
      break;
    case 'data':
    case 'data-ascii':
      into.data.push({ pieces: fromAt(value, at, source, true), isJson: false });
      break;
    case 'data-binary':
      into.data.push({ pieces: fromAt(value, at, source, false), isJson: false });
      break;
    case 'json':
      into.isJson = true;
      into.data.push({ pieces: fromAt(value, at, source, false), isJson: true });
      break;
    case 'data-raw':
      into.data.push({ pieces: typed(value), isJson: false });
      break;
    case 'data-urlencode':
      into.data.push({ pieces: encoded(value, at, source, faults), isJson: false });
      break;
    case 'url-query': {
      const pieces = value.startsWith('+') ? typed(value.slice(1)) : encoded(value, at, source, faults);
      into.queries.push(pieces.map((piece) => (piece.kind === 'bytes' ? latin1(piece.bytes) : '')).join(''));
      break;
    }
    case 'form':
      into.forms.push(readFormPart(value, at, source, faults));
      break;
    case 'form-string':
      into.forms.push(literalPart(value));
      break;
    case 'form-escape':
      into.escapesByBackslash = !isOff;
      break;
    case 'user':
      into.user = value;
      break;
    case 'oauth2-bearer':
      into.bearer = value;
      break;
    case 'basic':
      into.scheme = 'basic';
      break;
    case 'digest':
      into.scheme = 'digest';
      break;
    case 'anyauth':
      into.scheme = 'any';
      break;
    case 'user-agent':
      into.userAgent = value;
      break;
    case 'referer':
      into.referer = value.replace(/;auto$/, '');
      break;
    case 'cookie':
      if (value.includes('=')) into.cookies.push(value);
      else unread(`-b ${value.slice(0, 40)}: cookies in a file can't be read.`);
      break;
    case 'upload-file':
      into.uploads.push({ path: value, at });
      break;
    case 'request-target':
      into.target = value;
      break;
    case 'proto-default':
      into.defaultScheme = value;
      break;
    case 'get':
      into.isGet = !isOff;
      break;
    case 'head':
      into.isHead = !isOff;
      break;
    case 'compressed':
      into.isCompressed = !isOff;
      break;
    case 'http1.0':
      into.isOld = !isOff;
      break;
    case 'path-as-is':
      into.isPathAsIs = !isOff;
      break;
    case 'globoff':
      into.isGlobOff = !isOff;
      break;
    default:
      unread(`--${name} can't be read here.`);
  }
}

function typed(text: string): readonly CapturedPiece[] {
  return text === '' ? [] : [{ kind: 'bytes', bytes: latin1Bytes(text) }];
}

/** `@file`; `-d` takes the line ends out of it, and NULs. */
function fromAt(value: string, at: number, source: FileSource, strips: boolean): readonly CapturedPiece[] {
  if (!value.startsWith('@')) return typed(value);
  const pieces = source(value.slice(1), at);
  if (!strips) return pieces;
  return pieces.map((piece) =>
    piece.kind === 'file'
      ? piece
      : { kind: 'bytes', bytes: piece.bytes.filter((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0) },
  );
}

/** `content`, `=content`, `name=content`, `@file`, `name@file`. */
function encoded(
  value: string,
  at: number,
  source: FileSource,
  faults: CaptureFault[],
): readonly CapturedPiece[] {
  const mark = /[=@]/.exec(value)?.index ?? -1;
  if (mark < 0) return typed(urlEncode(value));
  const name = value.slice(0, mark);
  const start = name === '' ? '' : `${name}=`;
  const rest = value.slice(mark + 1);
  if (value[mark] === '=') return typed(start + urlEncode(rest));
  const pieces = source(rest, at).map((piece): CapturedPiece => {
    if (piece.kind === 'bytes') return { kind: 'bytes', bytes: latin1Bytes(urlEncode(latin1(piece.bytes))) };
    const text = `--data-urlencode: the content of ${rest.slice(0, 60)} is needed to encode it.`;
    faults.push({ severity: 'fault', code: 'file-not-read', text, at });
    return piece;
  });
  return [...typed(start), ...pieces];
}

/** Every byte but `A–Z a–z 0–9 - . _ ~`; a space becomes `+`. */
function urlEncode(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9\-._~]/g, (character) => {
    if (character === ' ') return '+';
    const bytes = character.charCodeAt(0) < 256 ? [character.charCodeAt(0)] : Array.from(utf8(character));
    return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });
}
