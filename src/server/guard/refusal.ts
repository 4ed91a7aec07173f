/** A request that is not served: a code for programs, a sentence for people, and the response that carries both. */
import type { ServerResponse } from 'node:http';
import { answerJson, writeJson } from '../json-answer.ts';

export type RefusalCode =
  | 'not-local'
  | 'host-wrong'
  | 'method-wrong'
  | 'origin-foreign'
  | 'token-wrong'
  | 'content-type-wrong'
  | 'answer-pending'
  | 'length-required'
  /** Hosted only, from here on. */
  | 'too-large'
  | 'too-many-uploads'
  | 'too-many-at-once'
  | 'busy'
  | 'not-here';

export interface Refusal {
  readonly status: number;
  readonly code: RefusalCode;
  /** For people; says what to do. */
  readonly text: string;
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
  /** The method that is answered here (RFC 9110, 15.5.6). */
  readonly allow?: string;
}

/**
 * Answers without reading the body; the connection ends, so that the client stops sending. `linger`:
 * milliseconds for which what still comes is dropped before that, unless it ends by itself. A proxy
 * in front that is writing to a connection already reset answers 502 and never reads our words.
 */
export function refuse(
  response: ServerResponse,
  { status, code, text, retryAfter, allow }: Refusal,
  linger = 0,
): void {
  const headers = {
    Connection: 'close',
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    ...(allow !== undefined && { Allow: allow }),
  };
  if (linger === 0) {
    answerJson(response, status, { code, text }, headers);
    return;
  }
  const { req: request } = response;
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, linger);
  request.once('end', end).once('close', end);
  writeJson(response, status, { code, text }, headers);
  request.resume();
}
