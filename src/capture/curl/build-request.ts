/** What curl sends for its options: line by line in its order, as measured with 7.88 and read in its manual. */
import { basicToken } from '../../core/request/basic.ts';
import { asUtf8, latin1, latin1Bytes, textOf } from '../byte-text.ts';
import type {
  CapturedHeader,
  CapturedLogin,
  CapturedPiece,
  CapturedRequest,
  CaptureFault,
} from '../captured.ts';
import { headersOf } from '../captured.ts';
import { headerFrom } from '../read-multipart.ts';
import { readCurlUrl } from './curl-url.ts';
import type { FileSource } from './file-source.ts';
import { backslashEscapes, baseName, formPieces, percentEscapes } from './form-part.ts';
import type { RequestOptions } from './request-options.ts';

/** Drawn anew by curl for each request. */
export const curlBoundary = '------------------------d74496d66958873e';
/** Its version is not known from a command. */
export const curlVersion = '8';
/** From so many bytes on, curl asks first whether it may send them. */
const expectFrom = 1024 * 1024;

interface Custom {
  readonly name: string;
  /** Null takes curl's own header out. */
  readonly line: string | null;
}

/** One address of the command; null where it is none. */
export function buildCurlRequest(
  options: RequestOptions,
  index: number,
  source: FileSource,
  faults: CaptureFault[],
): CapturedRequest | null {
  const place = options.urls[index];
  if (place === undefined) {
    faults.push({ severity: 'fault', code: 'no-url', text: 'The command has no address.', at: null });
    return null;
  }
  const data = joinData(options);
  const queries = [...options.queries];
  const upload = options.uploads[index];
  if (options.isGet && data.length > 0)
    queries.push(data.map((piece) => (piece.kind === 'bytes' ? latin1(piece.bytes) : '')).join(''));
  const url = readCurlUrl({ ...options, ...place, queries }, faults);
  if (url === null) return null;
  const target = options.target ?? withFileName(url.target, upload?.path);
  const body = bodyOf(options, data, upload, source);
  const method = options.method ?? methodOf(options, upload !== undefined);
  const login = loginOf(options.user ?? url.user, options.scheme);
  const headers = headersFor(options, { url, body, login, isUpload: upload !== undefined });
  return {
    method,
    scheme: url.scheme,
    host: headersOf(headers.list, 'host')[0] ?? textOf(latin1Bytes(url.host)),
    target: textOf(latin1Bytes(target)),
    version: options.isOld ? '1.0' : '1.1',
    headers: headers.list,
    body,
    login,
    isUtf8: headers.isUtf8,
    added: headers.added,
  };
}

function methodOf({ isHead, isGet, forms, data }: RequestOptions, isUpload: boolean): string {
  if (isUpload) return 'PUT';
  if (isHead) return 'HEAD';
  if (isGet) return 'GET';
  return forms.length > 0 || data.length > 0 ? 'POST' : 'GET';
}

/** Several `-d` are one body, with `&` between them. */
function joinData({ data }: RequestOptions): readonly CapturedPiece[] {
  const amp: CapturedPiece = { kind: 'bytes', bytes: latin1Bytes('&') };
  return data.flatMap(({ pieces, isJson }, index) => (index === 0 || isJson ? pieces : [amp, ...pieces]));
}

function bodyOf(
  { forms, isGet, isHead, escapesByBackslash }: RequestOptions,
  data: readonly CapturedPiece[],
  upload: RequestOptions['uploads'][number] | undefined,
  source: FileSource,
): readonly CapturedPiece[] {
  if (upload !== undefined) return source(upload.path, upload.at);
  if (isHead || isGet) return [];
  if (forms.length === 0) return data;
  return formPieces(forms, curlBoundary, escapesByBackslash ? backslashEscapes : percentEscapes);
}

/** `-T` to an address that ends in `/` puts the file's name there. */
function withFileName(target: string, path: string | undefined): string {
  if (path === undefined || path === '-' || path === '.') return target;
  const [before = '', ...query] = target.split('?');
  if (!before.endsWith('/')) return target;
  return [before + encodeName(baseName(path)), ...query].join('?');
}

function encodeName(name: string): string {
  return name.replaceAll(
    /[^A-Za-z0-9\-._~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function loginOf(user: string | null, scheme: CapturedLogin['scheme']): CapturedLogin | null {
  if (user === null) return null;
  const text = textOf(latin1Bytes(user));
  const at = text.indexOf(':');
  const username = at < 0 ? text : text.slice(0, at);
  return { username, password: at < 0 ? null : text.slice(at + 1), scheme };
}

/** `-H`: `Name: value`, `Name;` for an empty one, `Name:` takes curl's own out. */
function customOf(text: string): Custom | null {
  const at = /[:;]/.exec(text)?.index ?? -1;
  if (at <= 0) return null;
  const name = text.slice(0, at);
  const rest = text.slice(at + 1);
  if (text[at] === ';') return isBlank(rest) ? { name, line: `${name}:` } : null;
  return isBlank(rest) ? { name, line: null } : { name, line: text };
}

function isBlank(text: string): boolean {
  return /^[ \t\v\f\r\n]*$/.test(text);
}

interface HeadInputs {
  readonly url: { readonly host: string };
  readonly body: readonly CapturedPiece[];
  readonly login: CapturedLogin | null;
  readonly isUpload: boolean;
}

function headersFor(
  options: RequestOptions,
  { url, body, login, isUpload }: HeadInputs,
): { readonly list: readonly CapturedHeader[]; readonly added: readonly string[]; readonly isUtf8: boolean } {
  const lines: string[] = [];
  const added: string[] = [];
  const custom = options.headers.flatMap(({ text }) => customOf(text) ?? []);
  if (options.isJson) {
    for (const name of ['Content-Type', 'Accept'])
      if (!custom.some((one) => one.name.toLowerCase() === name.toLowerCase()))
        custom.push({ name, line: `${name}: application/json` });
  }
  const given = (name: string) => custom.find((one) => one.name.toLowerCase() === name.toLowerCase());
  /** Unless the person gave one, or took it out. */
  const own = (name: string, value: string | null, isAdded = true) => {
    if (value === null || value === '' || given(name) !== undefined) return;
    lines.push(`${name}: ${value}`);
    if (isAdded) added.push(name.toLowerCase());
  };
  const isForm = options.forms.length > 0 && !options.isGet && !options.isHead && !isUpload;
  const host = given('host');
  if (host?.line) lines.push(`Host:${host.line.slice(5)}`);
  own('Host', url.host);
  if (login !== null && login.password !== null && login.scheme === 'basic')
    own(
      'Authorization',
      `Basic ${basicToken({ username: login.username, password: login.password })}`,
      false,
    );
  else if (options.bearer !== null) own('Authorization', `Bearer ${options.bearer}`, false);
  own('User-Agent', options.userAgent ?? `curl/${curlVersion}`, options.userAgent === null);
  own('Accept', '*/*');
  if (options.isCompressed) own('Accept-Encoding', 'deflate, gzip, br, zstd');
  own('Referer', options.referer, false);
  own('Cookie', options.cookies.length === 0 ? null : options.cookies.join(';'), false);
  for (const { name, line } of custom) {
    const isOwnPlace = /^host$/i.test(name) || (isForm && /^content-type$/i.test(name));
    if (line !== null && !isOwnPlace) lines.push(line);
  }
  const size = sizeOf(body);
  const isChunked = custom.some(({ line }) => /^transfer-encoding:.*chunked/i.test(line ?? ''));
  const hasBody = body.length > 0 || options.data.length > 0 || isUpload;
  if (hasBody && size !== null && !isChunked && !options.isGet) own('Content-Length', String(size));
  if (isForm) {
    const type = given('content-type')?.line?.replace(/^[^:]*:[ ]*/, '') ?? 'multipart/form-data';
    if (given('content-type')?.line !== null) lines.push(`Content-Type: ${type}; boundary=${curlBoundary}`);
  } else if (options.data.length > 0 && !options.isGet && !isUpload)
    own('Content-Type', 'application/x-www-form-urlencoded');
  if (size !== null && size > expectFrom && !options.isOld) own('Expect', '100-continue');
  // A header may bring further ones with it, as it stands.
  const single = lines.flatMap((line) => line.split('\r\n'));
  const isUtf8 = single.every((line) => asUtf8(latin1Bytes(line)) !== null);
  return { list: single.map((line) => headerFrom(textOf(latin1Bytes(line)))), added, isUtf8 };
}

/** Null where a file's size is not known. */
function sizeOf(body: readonly CapturedPiece[]): number | null {
  let size = 0;
  for (const piece of body) {
    if (piece.kind === 'file') return null;
    size += piece.bytes.length;
  }
  return size;
}
