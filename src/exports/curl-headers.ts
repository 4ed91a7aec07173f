/** The headers of a request as curl is told them, so that it sends those bytes and none of its own. */
import {
  type ExportedHeader,
  type ExportedRequest,
  hasBodyVariable,
  isContentLength,
  type TextPiece,
} from './exported-request.ts';
import { bodyLength } from './program.ts';

export type CurlPiece = TextPiece | typeof bodyLength;

/** Each as one argument; the length of the body is left to the script where a variable is part of that. */
export function curlHeaders(request: ExportedRequest): readonly (readonly CurlPiece[])[] {
  const given: CurlPiece[][] = [];
  // Nothing of its own: no Accept, no Expect.
  const removed: CurlPiece[][] = [['Accept:'], ['Expect:']];
  for (const header of request.headers) {
    const counted = isContentLength(header) && hasBodyVariable(request);
    const line: CurlPiece[] = [`${header.name}: `, ...(counted ? [bodyLength] : header.value)];
    const last = given.at(-1);
    // Of a header without a value curl leaves out the space; behind the line before it, it does not look.
    if (last && isEmptyForCurl(header)) {
      last.push('\r\n', ...line);
      if (header.name.toLowerCase() === 'user-agent') removed.push(['User-Agent:']);
    } else given.push(line);
  }
  return [...removed, ...given];
}

/** What curl takes for no value; a no-break space is one. */
function isEmptyForCurl({ value }: ExportedHeader): boolean {
  return value.every((piece) => typeof piece === 'string' && /^[ \t\v\f]*$/.test(piece));
}
