/** A raw HTTP/1 message, request or reply or both, as a person saved it: whole, cut, or out of a log. */
import { asUtf8, cr, latin1, latin1Bytes, lf, startsWithAt, textOf } from './byte-text.ts';
import {
  type Capture,
  type CapturedHeader,
  type CapturedReply,
  type CapturedRequest,
  type CaptureFault,
  headersOf,
} from './captured.ts';
import { dechunk } from './chunked.ts';
import { restoreBody, unwrapLines } from './line-ends.ts';
import { boundaryOf, headerFrom, readMultipart } from './read-multipart.ts';
import { readVerboseLog } from './verbose-log.ts';

const mostHeaders = 500;
const mostHeadBytes = 1024 * 1024;
const replyStart = latin1Bytes('HTTP/');

export function readRaw(input: Uint8Array): Capture {
  const log = readVerboseLog(input);
  if (log !== null) return readLog(log.request, log.reply);
  const { bytes, faults } = unwrapLines(skipBlank(input));
  const before = input.length - skipBlank(input).length;
  return readMessages(bytes, before, [...faults]);
}

function readLog(request: Uint8Array | null, reply: Uint8Array | null): Capture {
  const text = 'This is the log of a client: it holds the head of the request, and not its body.';
  const faults: CaptureFault[] = [{ severity: 'note', code: 'verbose-log', text, at: null }];
  const sent = request && readMessages(request, 0, []);
  const back = reply && readMessages(reply, 0, []);
  if (sent?.request && headersOf(sent.request.headers, 'content-length').some((length) => length !== '0'))
    faults.push(fault('body-missing', 'The body of the request is not in the log.', null));
  const others = [...(sent?.faults ?? []), ...(back?.faults ?? [])];
  return {
    source: 'raw',
    request: sent?.request ?? null,
    reply: back?.reply ?? null,
    faults: [...faults, ...others.filter(({ code }) => code !== 'cut-body' && code !== 'wrong-length')],
  };
}

function fault(code: CaptureFault['code'], text: string, at: number | null): CaptureFault {
  return { severity: 'fault', code, text, at };
}

function note(code: CaptureFault['code'], text: string, at: number | null): CaptureFault {
  return { severity: 'note', code, text, at };
}

/** A byte order mark and the blank lines that a paste brings. */
function skipBlank(bytes: Uint8Array): Uint8Array {
  let at = startsWithAt(bytes, Uint8Array.of(0xef, 0xbb, 0xbf), 0) ? 3 : 0;
  while (bytes[at] === cr || bytes[at] === lf || bytes[at] === 0x20) at += 1;
  return bytes.subarray(at);
}

interface Head {
  readonly first: string;
  readonly headers: readonly CapturedHeader[];
  /** Where the body begins. */
  readonly end: number;
  readonly endsInLf: boolean;
  readonly isUtf8: boolean;
}

function readMessages(bytes: Uint8Array, offset: number, faults: CaptureFault[]): Capture {
  const first = latin1(bytes.subarray(0, 8192)).split('\n', 1)[0]?.trimEnd() ?? '';
  if (/^HTTP\/\d/.test(first)) {
    const { reply } = readReply(bytes, offset, faults);
    return { source: 'raw', request: null, reply, faults };
  }
  const start = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,40}) (\S+)(?: HTTP\/(\d(?:\.\d)?))?$/.exec(first);
  if (start === null && !(first.length > 8000 && / HTTP\/\d/.test(latin1(bytes.subarray(0, 131072))))) {
    const text =
      'This does not begin like HTTP: the first line of a request is POST /path HTTP/1.1, that of a reply HTTP/1.1 200 OK.';
    return { source: 'raw', request: null, reply: null, faults: [...faults, fault('not-http', text, 0)] };
  }
  const head = readHead(bytes, offset, faults);
  const [method = '', target = '', version] = head.first.split(' ');
  if (version === undefined)
    faults.push(fault('cut-head', 'The first line has no HTTP version: it is cut, or out of a log.', offset));
  const body = readRequestBody(bytes, head, offset, faults);
  const request = requestOf(
    method,
    target,
    version?.replace(/^HTTP\//, '') ?? '1.1',
    head,
    body.body,
    faults,
  );
  const rest = skipBlank(bytes.subarray(body.end));
  const restAt = offset + bytes.length - rest.length;
  if (startsWithAt(rest, replyStart, 0)) {
    const { reply } = readReply(rest, restAt, faults);
    return { source: 'raw', request, reply, faults };
  }
  if (rest.length > 0) {
    const text = /^[A-Z]{3,10} \S+ HTTP\/\d/.test(latin1(rest.subarray(0, 4096)))
      ? 'Another request follows: only the first one is read.'
      : `${rest.length} bytes follow what its Content-Length counts.`;
    faults.push(fault('excess', text, restAt));
  }
  return { source: 'raw', request, reply: null, faults };
}

function requestOf(
  method: string,
  target: string,
  version: string,
  { headers, isUtf8 }: Head,
  body: Uint8Array,
  faults: CaptureFault[],
): CapturedRequest {
  const absolute = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(target);
  const hosts = headersOf(headers, 'host');
  if (absolute)
    faults.push(
      note('absolute-form', 'The request line holds the whole address, as it is sent to a proxy.', null),
    );
  if (hosts.length === 0 && !absolute)
    faults.push(fault('no-host', 'There is no Host header: where this was sent is not known.', null));
  if (hosts.length > 1)
    faults.push(fault('two-hosts', 'There is more than one Host header: servers refuse that.', null));
  const host = hosts[0] ?? absolute?.[2] ?? '';
  const scheme = absolute?.[1]?.toLowerCase() === 'http' ? 'http' : absolute ? 'https' : null;
  const pieces = body.length === 0 ? [] : [{ kind: 'bytes' as const, bytes: body }];
  return { method, scheme, host, target, version, headers, body: pieces, login: null, isUtf8, added: [] };
}

function readHead(bytes: Uint8Array, offset: number, faults: CaptureFault[]): Head {
  const headers: CapturedHeader[] = [];
  let at = 0;
  let first: string | null = null;
  let lone = 0;
  let isFolded = false;
  let isUtf8 = true;
  const limit = Math.min(bytes.length, mostHeadBytes);
  for (;;) {
    const newline = at < limit ? bytes.indexOf(lf, at) : -1;
    if (newline < 0) {
      if (at < bytes.length) {
        const last = textOf(bytes.subarray(at, Math.min(bytes.length, at + 8192)));
        if (first === null) first = last;
        else if (last.includes(':')) headers.push(headerFrom(last));
      }
      faults.push(fault('cut-head', 'The head has no end: no empty line follows it.', offset + bytes.length));
      at = bytes.length;
      break;
    }
    const hasCr = bytes[newline - 1] === cr && newline > at;
    const line = bytes.subarray(at, hasCr ? newline - 1 : newline);
    const lineAt = at;
    at = newline + 1;
    if (!hasCr) lone += 1;
    if (line.length === 0) break;
    isUtf8 &&= asUtf8(line) !== null;
    const text = textOf(line);
    const last = headers.at(-1);
    if (first === null) first = text;
    else if (/^[\t ]/.test(text) && last !== undefined) {
      isFolded = true;
      const value = `${last.value} ${text.trim()}`;
      headers[headers.length - 1] = {
        name: last.name,
        value,
        line: `${last.line ?? `${last.name}: ${last.value}`}\r\n${text}`,
      };
    } else if (!/^[^:\s]+:/.test(text)) {
      const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
      faults.push(fault('bad-header', `“${shown}” is no header: it has no name and colon.`, offset + lineAt));
    } else if (headers.length >= mostHeaders) {
      faults.push(
        fault(
          'too-many',
          `There are more than ${mostHeaders} headers; the rest is not read.`,
          offset + lineAt,
        ),
      );
      break;
    } else headers.push(headerFrom(text));
  }
  if (isFolded)
    faults.push(
      fault(
        'folded-header',
        'A header goes on over several lines, which HTTP no longer allows: read as one.',
        null,
      ),
    );
  if (!isUtf8)
    faults.push(fault('not-utf8', 'The head holds bytes that are no UTF-8: shown a character a byte.', null));
  const endsInLf = lone > 0;
  if (endsInLf)
    faults.push(
      note(
        'line-ends',
        'Lines of the head end in LF alone, as logs and editors leave them: read as CRLF.',
        null,
      ),
    );
  return { first: first ?? '', headers, end: at, endsInLf, isUtf8 };
}

interface ReadBody {
  readonly body: Uint8Array;
  /** Where the next message may begin. */
  readonly end: number;
}

function statedLength(headers: readonly CapturedHeader[], faults: CaptureFault[]): number | null {
  const lengths = headersOf(headers, 'content-length');
  if (new Set(lengths).size > 1)
    faults.push(
      fault('two-lengths', 'There are several Content-Lengths that differ: the first one was taken.', null),
    );
  const [text] = lengths;
  if (text === undefined) return null;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  faults.push(fault('wrong-length', `The Content-Length “${text.slice(0, 40)}” is no number.`, null));
  return null;
}

function isChunked(headers: readonly CapturedHeader[]): boolean {
  return headersOf(headers, 'transfer-encoding').some((value) => /(?:^|,)\s*chunked\s*$/i.test(value));
}

function readRequestBody(bytes: Uint8Array, head: Head, offset: number, faults: CaptureFault[]): ReadBody {
  const rest = bytes.subarray(head.end);
  const { headers } = head;
  if (isChunked(headers)) return readChunks(rest, head, offset, faults);
  const length = statedLength(headers, faults);
  const restored = head.endsInLf ? restoreBody(rest, length) : { body: rest, isRestored: false };
  if (restored.isRestored) {
    faults.push(note('line-ends', 'The body lost its CRs too: put back, as its Content-Length says.', null));
    return { body: restored.body, end: bytes.length };
  }
  const boundary = boundaryOf(headersOf(headers, 'content-type')[0]);
  const formEnd = boundary === null || rest.length === 0 ? null : endOfForm(rest, boundary);
  if (length === null) {
    if (rest.length > 0 && formEnd === null)
      faults.push(
        fault('no-length', 'There is no Content-Length: all that follows was taken for the body.', null),
      );
    else if (rest.length > 0)
      faults.push(
        fault('no-length', 'There is no Content-Length: the body ends with its closing delimiter.', null),
      );
    const end = formEnd ?? rest.length;
    return { body: rest.subarray(0, end), end: head.end + end };
  }
  if (rest.length === length) return { body: rest, end: bytes.length };
  // The form knows its own end: where both disagree, the length is what is wrong.
  if (formEnd !== null && formEnd !== length && (formEnd > length || rest.length < length)) {
    const text = `Content-Length says ${length}, and the body has ${formEnd} bytes.`;
    faults.push(fault('wrong-length', text, null));
    return { body: rest.subarray(0, formEnd), end: head.end + formEnd };
  }
  if (rest.length < length) {
    const text = `The body is cut: ${rest.length} of ${length} bytes are there.`;
    faults.push(fault('cut-body', text, offset + bytes.length));
    return { body: rest, end: bytes.length };
  }
  return { body: rest.subarray(0, length), end: head.end + length };
}

/** Null where the form is not closed. */
function endOfForm(body: Uint8Array, boundary: string): number | null {
  const form = readMultipart(body, boundary);
  return form.isClosed ? form.end : null;
}

function readChunks(rest: Uint8Array, head: Head, offset: number, faults: CaptureFault[]): ReadBody {
  if (headersOf(head.headers, 'content-length').length > 0)
    faults.push(fault('two-lengths', 'It has a Content-Length and is chunked: the chunks count.', null));
  const { body, end, fault: why } = dechunk(rest);
  // Logs often hold the body without its chunks.
  if (why !== null && end === 0 && rest.length > 0) {
    faults.push(
      fault(
        'bad-chunk',
        'It is said to be chunked, and the body has no chunks: taken as it is.',
        offset + head.end,
      ),
    );
    return { body: rest, end: head.end + rest.length };
  }
  if (why !== null) faults.push(fault('bad-chunk', why, offset + head.end + end));
  else faults.push(note('chunked', 'The body came in chunks: put together.', null));
  return { body, end: head.end + end };
}

function readReply(
  bytes: Uint8Array,
  offset: number,
  faults: CaptureFault[],
): { reply: CapturedReply | null } {
  const head = readHead(bytes, offset, faults);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/.exec(head.first)?.[1];
  if (status === undefined) {
    faults.push(fault('not-http', 'The status line has no status of three digits.', offset));
    return { reply: null };
  }
  // Interim replies come first, and are not what is judged.
  if (/^1\d\d$/.test(status) && startsWithAt(bytes.subarray(head.end), replyStart, 0))
    return readReply(bytes.subarray(head.end), offset + head.end, faults);
  const rest = bytes.subarray(head.end);
  if (isChunked(head.headers)) {
    const { body } = readChunks(rest, head, offset, faults);
    return { reply: { status: Number(status), headers: head.headers, body, excess: false } };
  }
  const length = statedLength(head.headers, faults);
  const restored = head.endsInLf ? restoreBody(rest, length).body : rest;
  const isCut = length !== null && restored.length < length;
  if (isCut) {
    const text = `The body of the reply is cut: ${restored.length} of ${length} bytes are there.`;
    faults.push(fault('cut-body', text, offset + bytes.length));
  }
  const excess = length !== null && restored.length > length;
  const isEditorsLine = excess && /^\r?\n$/.test(latin1(restored.subarray(length, length + 3)));
  return {
    reply: {
      status: Number(status),
      headers: head.headers,
      body: length === null ? restored : restored.subarray(0, length),
      excess: excess && !isEditorsLine,
    },
  };
}
