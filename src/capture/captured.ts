/** An exchange that was captured elsewhere, whatever it was captured with: read, not judged. */

/** Name, value, and the line as it stood where that is not `Name: value`. */
export interface CapturedHeader {
  readonly name: string;
  /** Behind the colon and one space: further white space belongs to it. */
  readonly value: string;
  readonly line?: string;
}

/** Of a file that a curl command names, only its path is known. */
export type CapturedPiece =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string };

/** `curl -u`: what it would log in with. */
export interface CapturedLogin {
  readonly username: string;
  /** Null where curl would ask for it. */
  readonly password: string | null;
  readonly scheme: 'basic' | 'digest' | 'any';
}

export interface CapturedRequest {
  readonly method: string;
  /** Null where the capture does not show it: a raw request has no scheme. */
  readonly scheme: 'http' | 'https' | null;
  /** With its port, as in `Host`; empty where the capture does not show it. */
  readonly host: string;
  /** As in the request line. */
  readonly target: string;
  /** `1.1`, `1.0`, `2`. */
  readonly version: string;
  /** In their order. */
  readonly headers: readonly CapturedHeader[];
  readonly body: readonly CapturedPiece[];
  readonly login: CapturedLogin | null;
  /** The bytes of the head are UTF-8; else they are shown a character a byte. */
  readonly isUtf8: boolean;
  /** Lower-case names of headers that the tool adds by itself, not the person who used it. */
  readonly added: readonly string[];
}

export interface CapturedReply {
  readonly status: number;
  readonly headers: readonly CapturedHeader[];
  readonly body: Uint8Array;
  /** Bytes followed that its Content-Length does not count. */
  readonly excess: boolean;
}

/** `fault`: what is read may not be what was sent. `note`: worth knowing. */
export interface CaptureFault {
  readonly severity: 'fault' | 'note';
  readonly code: FaultCode;
  readonly text: string;
  /** Bytes into the input, or characters of a command; null where it is about no place. */
  readonly at: number | null;
}

export type FaultCode =
  | 'not-http'
  | 'not-har'
  | 'not-curl'
  | 'too-large'
  | 'too-many'
  | 'before-head'
  | 'line-ends'
  | 'typed-line-ends'
  | 'lost-line-ends'
  | 'verbose-log'
  | 'cut-head'
  | 'cut-body'
  | 'bad-header'
  | 'folded-header'
  | 'not-utf8'
  | 'no-host'
  | 'two-hosts'
  | 'absolute-form'
  | 'chunked'
  | 'bad-chunk'
  | 'wrong-length'
  | 'two-lengths'
  | 'excess'
  | 'no-length'
  | 'body-missing'
  | 'body-lossy'
  | 'body-rebuilt'
  | 'decoded-reply'
  | 'http-2'
  | 'no-form'
  | 'no-boundary'
  | 'bad-part'
  | 'no-delimiter'
  | 'not-closed'
  | 'preamble'
  | 'epilogue'
  | 'shell-variable'
  | 'shell-syntax'
  | 'unknown-option'
  | 'unread-option'
  | 'file-not-read'
  | 'no-url'
  | 'glob'
  | 'several';

export interface Capture {
  readonly source: 'raw' | 'har' | 'curl';
  readonly request: CapturedRequest | null;
  readonly reply: CapturedReply | null;
  readonly faults: readonly CaptureFault[];
}

/** Several requests stand in one HAR or one command line: a person picks one. */
export interface CapturedEntry {
  readonly method: string;
  readonly url: string;
  /** Null where no reply was captured. */
  readonly status: number | null;
  /** Looks like an upload: POST or PUT with a multipart body. */
  readonly isUpload: boolean;
}

/** Bytes of one capture that is read; a HAR may be larger, its entries may not. */
export const mostCaptured = 64 * 1024 * 1024;

export function headerOf(headers: readonly CapturedHeader[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value.trim();
}

export function headersOf(headers: readonly CapturedHeader[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter((header) => header.name.toLowerCase() === wanted).map(({ value }) => value.trim());
}

/** The whole address; https where the capture does not show a scheme. */
export function urlOf({ scheme, host, target }: CapturedRequest): string {
  return /^https?:\/\//i.test(target) ? target : `${scheme ?? 'https'}://${host}${target}`;
}

/** The body where all of it is at hand, else null. */
export function wholeBody({ body }: CapturedRequest): Uint8Array | null {
  const [only, ...more] = body;
  if (only === undefined) return new Uint8Array();
  if (more.length === 0) return only.kind === 'bytes' ? only.bytes : null;
  if (body.some(({ kind }) => kind === 'file')) return null;
  return joined(body.flatMap((piece) => (piece.kind === 'bytes' ? [piece.bytes] : [])));
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
