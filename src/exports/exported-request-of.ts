/** The request to export, of a plan: with every value in its place, or with variables for its secrets. */
import type { RequestPlan } from '../core/request/plan.ts';
import type { RequestSecret } from '../core/secrets/request-secrets.ts';
import { utf8 } from '../core/template/percent-encoding.ts';
import type { BytePiece, ExportedRequest, ExportedSegment, TextPiece, Variable } from './exported-request.ts';
import { VariableNames } from './variable-names.ts';

/** `secrets` are those to leave out, by `requestSecrets`; without them all values are real. */
export function exportedRequest(plan: RequestPlan, secrets: readonly RequestSecret[] = []): ExportedRequest {
  return exportedWithValues(plan, secrets).request;
}

/** With the values to set, by the names of the variables. */
export function exportedWithValues(plan: RequestPlan, secrets: readonly RequestSecret[]) {
  const names = new VariableNames();
  const request = assembled(plan, secrets, names);
  return { request, values: names.values() };
}

function assembled(
  plan: RequestPlan,
  secrets: readonly RequestSecret[],
  names: VariableNames,
): ExportedRequest {
  const { hostname, port } = new URL(plan.url);
  const media = plan.body.find((segment) => segment.kind === 'media');
  const target = textPieces(
    plan.target,
    secrets.filter(({ place }) => place.kind === 'target'),
    (secret) => names.of(secret, 'the URL, percent-encoded'),
  );
  const headers = plan.headers.map(({ name, value }, index) => ({
    name,
    value: textPieces(
      value,
      secrets.filter(({ place }) => place.kind === 'header' && place.header === index),
      (secret) => names.of(secret, `header ${name}`),
    ),
  }));
  const segments = plan.body.map((segment, index): ExportedSegment => {
    if (segment.kind === 'media') return { role: 'media', part: segment.part };
    const { bytes, part, role } = segment;
    const own = secrets.filter(({ place }) => place.kind === 'body' && place.segment === index);
    const pieces = bytePieces(bytes, own, (secret) => names.of(secret, `part ${(part ?? 0) + 1}`));
    return { role, part, pieces };
  });
  return {
    method: plan.method,
    secure: plan.secure,
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (plan.secure ? 443 : 80) : Number(port),
    origin: `${plan.secure ? 'https' : 'http'}://${plan.host}`,
    target,
    headers,
    segments,
    parts: plan.parts.map(({ name, isFile }) => ({ name, isFile })),
    variables: names.used(),
    boundary: plan.boundary,
    mediaType: plan.mediaType,
    fileName: plan.fileName,
    mediaSize: media?.kind === 'media' ? media.size : null,
    timeoutSeconds: plan.timeoutSeconds,
  };
}

type NameOf = (secret: { readonly name: string; readonly text: string }) => Variable;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Half a surrogate pair goes out as U+FFFD. */
const asSent = (text: string) => decoder.decode(utf8(text));

function textPieces(text: string, secrets: readonly RequestSecret[], nameOf: NameOf): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { range, name } of secrets) {
    pieces.push(asSent(text.slice(at, range.start)));
    pieces.push(nameOf({ name, text: asSent(text.slice(range.start, range.end)) }));
    at = range.end;
  }
  return [...pieces, asSent(text.slice(at))].filter((piece) => piece !== '');
}

function bytePieces(
  bytes: Uint8Array,
  secrets: readonly RequestSecret[],
  nameOf: NameOf,
): readonly BytePiece[] {
  const pieces: BytePiece[] = [];
  let at = 0;
  for (const { range, name } of secrets) {
    pieces.push(bytes.slice(at, range.start));
    pieces.push(...secretPieces(bytes.slice(range.start, range.end), name, nameOf));
    at = range.end;
  }
  return [...pieces, bytes.slice(at)].filter((piece) => !(piece instanceof Uint8Array && piece.length === 0));
}

/** What no variable holds, NUL and bytes that are no UTF-8, stays between two of them. */
function secretPieces(bytes: Uint8Array<ArrayBuffer>, name: string, nameOf: NameOf): readonly BytePiece[] {
  const pieces: BytePiece[] = [];
  for (let at = 0; at < bytes.length; ) {
    let end = at;
    for (let length = characterAt(bytes, end); length > 0; length = characterAt(bytes, end)) end += length;
    if (end > at) pieces.push(nameOf({ name, text: strictDecoder.decode(bytes.slice(at, end)) }));
    if (end < bytes.length) pieces.push(bytes.slice(end, end + 1));
    at = end + 1;
  }
  return pieces;
}

/** Bytes of the character that begins here; 0 where none does, or NUL. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first === 0) return 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    strictDecoder.decode(bytes.slice(at, at + length));
    return at + length <= bytes.length ? length : 0;
  } catch {
    return 0;
  }
}
