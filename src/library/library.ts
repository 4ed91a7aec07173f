/**
 * What other programs import: the rules of the app as three functions, with defaults for all that may be left
 * out. The same code as in the page and on the command line; no Node, no DOM.
 */
import { concatenate, headBytes as headOf } from '../core/request/bytes.ts';
import { builtFrom, findingsIn, requestInputs, responseInputs, verdictFrom } from './conversions.ts';
import type {
  BuiltRequest,
  Diagnostic,
  ReadingOptions,
  Reply,
  RequestOptions,
  UploadRequest,
  Verdict,
} from './types.ts';

export type * from './types.ts';

/** The request that the app makes of an Account XML. Never throws for what the document holds. */
export function buildRequest(xml: string | Uint8Array, options: RequestOptions): BuiltRequest {
  return builtFrom(requestInputs(xml, options));
}

/** What is wrong in an Account XML, and what servers make of it; of no media in particular. */
export function check(xml: string | Uint8Array, options: ReadingOptions = {}): readonly Diagnostic[] {
  return findingsIn(requestInputs(xml, { ...options, media: anyPhoto }));
}

/** Reads a reply the way the app would. Never throws for what the reply holds. */
export function judgeResponse(reply: Reply): Verdict {
  return verdictFrom(responseInputs(reply));
}

/** The head of a request to its empty line. */
export function headBytes({ method, target, headers }: UploadRequest): Uint8Array {
  const named = headers.map(([name, value]) => ({ name, value }));
  return headOf({ method, target, headers: named });
}

/** The body with the media in its place. Throws a RangeError where it is not of the size that was named. */
export function bodyBytes({ body, bodyLength }: UploadRequest, media: Uint8Array): Uint8Array {
  const bytes = concatenate(body.map((piece) => (piece === 'media' ? media : piece)));
  if (bytes.length !== bodyLength)
    throw new RangeError(
      `The body would have ${bytes.length} bytes instead of ${bodyLength}: the media has ${media.length} bytes, another size than buildRequest was told.`,
    );
  return bytes;
}

/** `check` is asked about the document alone: nothing is to be said about a media file. */
const anyPhoto = { name: 'photo.jpg', size: 41_143, head: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) };
