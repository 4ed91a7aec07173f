/** What logs and terminals do to the lines of a message, undone: each is said, for it is a guess about the bytes. */
import { countLone, cr, indexOfBytes, latin1, latin1Bytes, lf, withCrlf } from './byte-text.ts';
import type { CaptureFault } from './captured.ts';

export interface Unwrapped {
  readonly bytes: Uint8Array;
  readonly faults: readonly CaptureFault[];
}

const typedCrlf = latin1Bytes('\\r\\n');
const headBytes = 64 * 1024;

/** Where a message is printed with `\r\n` typed out, or on one line, its lines are put back. */
export function unwrapLines(bytes: Uint8Array): Unwrapped {
  const typed = indexOfBytes(bytes, typedCrlf, 0);
  const newline = bytes.indexOf(lf);
  if (typed >= 0 && typed < headBytes && (newline < 0 || typed < newline)) {
    const text = 'The line ends are written out as \\r\\n: each was read as one.';
    return { bytes: untyped(bytes), faults: [note('typed-line-ends', text)] };
  }
  const split = splitAtNames(bytes);
  if (split === null) return { bytes, faults: [] };
  const text =
    'The head has no line ends: they were put back before the names of known headers, which is a guess.';
  return { bytes: split, faults: [{ severity: 'fault', code: 'lost-line-ends', text, at: null }] };
}

function note(code: CaptureFault['code'], text: string): CaptureFault {
  return { severity: 'note', code, text, at: null };
}

/** A line end that follows a typed one belongs to the log. */
function untyped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  let to = 0;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === 0x5c && indexOfBytes(bytes.subarray(at, at + 4), typedCrlf, 0) === 0) {
      result[to++] = cr;
      result[to++] = lf;
      at += 4;
      if (bytes[at] === cr && bytes[at + 1] === lf) at += 2;
      else if (bytes[at] === lf) at += 1;
    } else result[to++] = bytes[at++] ?? 0;
  }
  return result.subarray(0, to);
}

const requestStart =
  /^(?:[A-Z]{3,10} \S{1,8000} HTTP\/\d(?:\.\d)?|HTTP\/\d(?:\.\d)? \d{3}(?: [A-Z][A-Za-z]+)*?)[ \t]*(?=[A-Za-z])/;
const knownName =
  /[ \t]*(Host|Connection|Cache-Control|User-Agent|Content-Type|Content-Length|Accept|Accept-Encoding|Accept-Language|Authorization|Cookie|Expect|Origin|Referer|Transfer-Encoding|Date|Server|X-[A-Za-z0-9-]{1,60}):[ \t]/g;

/** One line that holds several headers; null where that is not so. */
function splitAtNames(bytes: Uint8Array): Uint8Array | null {
  const newline = bytes.indexOf(lf);
  const end = newline < 0 ? bytes.length : newline;
  if (end > headBytes) return null;
  const line = latin1(bytes.subarray(0, end)).trimEnd();
  const start = requestStart.exec(line)?.[0];
  if (start === undefined) return null;
  const rest = line.slice(start.length);
  const names = [...rest.matchAll(knownName)];
  if (names.length < 2) return null;
  const head = start.trimEnd() + rest.replaceAll(knownName, '\r\n$1: ');
  const left = latin1(bytes.subarray(Math.min(bytes.length, end + 1)));
  return latin1Bytes(`${head}\r\n\r\n${left.replace(/^\r?\n/, '')}`);
}

/**
 * The body behind a head whose lines end in LF. What its Content-Length counts decides: whether the body lost its
 * CRs as well, or came through as it was.
 */
export function restoreBody(
  body: Uint8Array,
  length: number | null,
): { body: Uint8Array; isRestored: boolean } {
  const lone = countLone(body);
  if (lone === 0 || length === null) return { body, isRestored: false };
  if (length === body.length + lone) return { body: withCrlf(body), isRestored: true };
  // An editor adds a line end of its own.
  if (body.at(-1) === lf && length === body.length - 1 + lone - 1)
    return { body: withCrlf(body.subarray(0, -1)), isRestored: true };
  return { body, isRestored: false };
}
