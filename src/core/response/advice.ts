/** What is worth fixing in a reply but does not change the verdict (RES-7). */
import { isGzip, type UnpackedBody } from './content-encoding.ts';
import type { BodyKind } from './content-kind.ts';
import { type Headers, headerValues } from './headers.ts';
import { advice, quote } from './reasons.ts';
import type { Reason, ResponseInputs } from './verdict.ts';

const rule = 'RES-7';
/** Bytes. */
const largeBody = 1024 * 1024;

export function adviseOnStatus(status: number): readonly Reason[] {
  if (status < 300 || status > 399) return [];
  const text = `Status ${status} is a redirect. How the app handles one is unknown, so it counts as not 2xx: answer the upload itself.`;
  return [advice(rule, text)];
}

/** Something else came than was declared. */
export function adviseOnKind(declared: BodyKind, came: BodyKind): Reason {
  const types = { xml: 'text/xml', json: 'application/json' } as const;
  const names = { xml: 'XML', json: 'JSON' } as const;
  return advice(
    rule,
    `${names[declared]} was declared and ${names[came]} came: send Content-Type: ${types[came]} with it.`,
  );
}

export function adviseOnCompression({ codings, problem }: UnpackedBody, body: Uint8Array): readonly Reason[] {
  if (body.length === 0) return [];
  if (codings.length === 0) {
    if (!isGzip(body)) return [];
    return [advice(rule, 'The body looks like gzip, but no Content-Encoding says so. Send it uncompressed.')];
  }
  const said = `The body is compressed (Content-Encoding: ${quote(codings.join(', '))}) though the app asked for no compression.`;
  if (problem === null)
    return [advice(rule, `${said} It was unpacked to be judged; the app may not do that.`)];
  return [advice(rule, `${said} It is judged as it came, because ${problem}. Send it uncompressed.`)];
}

/** Only the beginning of the body is there; all of it has `receivedLength` bytes or more. */
export function isPartial({
  body,
  receivedLength,
}: Pick<ResponseInputs, 'body' | 'receivedLength'>): boolean {
  return receivedLength !== undefined && receivedLength > body.length;
}

/** `unpackedLength` is in bytes, and so are all lengths here. */
export function adviseOnLength(
  { headers, body, receivedLength, excess }: ResponseInputs,
  unpackedLength: number,
): readonly Reason[] {
  const received = receivedLength ?? body.length;
  const isCut = isPartial({ body, receivedLength: received });
  const reasons: Reason[] = [];
  const largest = Math.max(received, unpackedLength);
  if (largest > largeBody) {
    const text = `The body has ${isCut ? `at least ${largest}` : largest} bytes, more than 1 MiB: a client may give up on it. A few hundred will do.`;
    reasons.push(advice(rule, text));
  }
  if (isCut) {
    const text = `Only the first ${body.length} bytes were kept and judged; the rest was dropped here, not by the server. With it the app may come to another verdict.`;
    reasons.push(advice(rule, text));
  }
  const isWrong = (stated: string) => (isCut ? Number(stated) < received : stated !== String(received));
  const wrong = statedLengths(headers).find(isWrong);
  if (wrong !== undefined) {
    const text = `Content-Length says ${quote(wrong)}, but the body has ${isCut ? 'more' : `${received} bytes`}: a client may cut it off or wait for more.`;
    reasons.push(advice(rule, text));
  }
  if (excess) {
    reasons.push(advice(rule, 'More bytes came than Content-Length says; a client reads only so many.'));
  }
  return reasons;
}

/** Without leading zeros; one header may list several (RFC 9110, section 8.6). */
function statedLengths(headers: Headers): readonly string[] {
  return headerValues(headers, 'Content-Length')
    .flatMap((value) => value.split(','))
    .map((value) => value.trim().replace(/^0+(?=\d)/, ''));
}
