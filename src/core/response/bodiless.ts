/** Replies that have no body by their status, whatever bytes follow (RES-8; RFC 9110, section 15). */
import { headerValues } from './headers.ts';
import { advice, fail } from './reasons.ts';
import type { Reason, ResponseInputs } from './verdict.ts';

const names: Readonly<Record<number, string>> = {
  204: 'No Content',
  205: 'Reset Content',
  304: 'Not Modified',
};

export function isBodiless(status: number): boolean {
  return names[status] !== undefined;
}

/** Why such a reply has no fields, and the bytes that came or were announced all the same. */
export function bodilessReasons(inputs: ResponseInputs): readonly Reason[] {
  const { status, body, receivedLength = body.length, excess = false } = inputs;
  const why = fail(
    'RES-8',
    `A reply with status ${status} (${names[status]}) has no body, so it has no fields. Answer 200 and send media_url in the body.`,
  );
  // A 304 states the length of the body that it does not carry (RFC 9110, section 8.6).
  const announces =
    status !== 304 && headerValues(inputs.headers, 'Content-Length').some((length) => /[1-9]/.test(length));
  if (receivedLength === 0 && !excess && !announces) return [why];
  const ignored = `A body came with it or is announced by Content-Length: with status ${status} it isn't read, and it can spoil the next reply on the connection.`;
  return [why, advice('RES-8', ignored)];
}
