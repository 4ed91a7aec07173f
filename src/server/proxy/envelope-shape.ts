/**
 * Whether a parsed value has the shape of an envelope. Written by hand, because it must stop at the first
 * fault: a library that lists them all takes seconds for a million invalid headers, and nobody else
 * is served meanwhile.
 */
import {
  type Envelope,
  maxEnvelopeHeaders,
  maxMethodLength,
  maxUrlLength,
  mostPacedSeconds,
} from '../../upload/protocol.ts';

/** SHA-256, as `CertificateFacts` has it. */
const fingerprint = /^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/;

type Fields = Readonly<Record<string, unknown>>;

/** The envelope with its known fields alone; or what is wrong, for people: the field, never its value. */
export function shapedEnvelope(value: unknown): Envelope | string {
  if (!isObject(value)) return wrong('shape');
  const { method, url, headers, bodyLength, limits, acceptCertificate, pace } = value;
  if (typeof method !== 'string') return wrong('method');
  if (method.length > maxMethodLength) return `The method is longer than ${maxMethodLength} characters.`;
  if (typeof url !== 'string') return wrong('url');
  if (url.length > maxUrlLength) return `The URL is longer than ${maxUrlLength} characters.`;
  if (!Array.isArray(headers)) return wrong('headers');
  if (headers.length > maxEnvelopeHeaders) return `There are more than ${maxEnvelopeHeaders} headers.`;
  if (!headers.every(isHeader)) return wrong(`headers.${placeOfFault(headers)}`);
  if (!Number.isSafeInteger(bodyLength) || Number(bodyLength) < 0) return wrong('bodyLength');
  if (limits !== undefined && !isObject(limits)) return wrong('limits');
  for (const name of ['connect', 'silence', 'total']) {
    if (!isLimit(limits?.[name])) return wrong(`limits.${name}`);
  }
  if (acceptCertificate !== undefined && !isFingerprint(acceptCertificate)) return wrong('acceptCertificate');
  if (pace !== undefined && !isPace(pace, Number(bodyLength)))
    return `The envelope's pace is invalid: the body may take ${mostPacedSeconds} s at the most.`;
  return {
    ...{ method, url, headers, bodyLength: Number(bodyLength) },
    ...(limits !== undefined && { limits: shapedLimits(limits) }),
    ...(acceptCertificate !== undefined && { acceptCertificate }),
    ...(pace !== undefined && { pace }),
  };
}

function wrong(field: string): string {
  return `The envelope's ${field} is invalid.`;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHeader(value: unknown): value is readonly [name: string, value: string] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string');
}

function placeOfFault(headers: readonly unknown[]): string {
  const index = headers.findIndex((each) => !isHeader(each));
  const header = headers[index];
  if (!Array.isArray(header) || header.length !== 2) return String(index);
  return `${index}.${typeof header[0] === 'string' ? 1 : 0}`;
}

/** Seconds; 1e999 is infinite once it is parsed. */
function isLimit(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === 'number' && value > 0 && Number.isFinite(value));
}

/** Nobody may hold a connection for long by asking us to be slow. */
function isPace(value: unknown, bodyLength: number): value is number {
  return (
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    value > 0 &&
    bodyLength <= value * mostPacedSeconds
  );
}

function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && fingerprint.test(value);
}

function shapedLimits({ connect, silence, total }: Fields): NonNullable<Envelope['limits']> {
  return {
    ...(typeof connect === 'number' && { connect }),
    ...(typeof silence === 'number' && { silence }),
    ...(typeof total === 'number' && { total }),
  };
}
