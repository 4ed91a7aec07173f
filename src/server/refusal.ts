/** A request that is not served: a code for programs, a sentence for people, and the way to say it. */
import type { ServerResponse } from 'node:http';
import { answerJson } from './json-answer.ts';

export type RefusalCode =
  | 'not-local'
  | 'host-wrong'
  | 'method-wrong'
  | 'origin-foreign'
  | 'token-wrong'
  | 'content-type-wrong'
  /** Hosted only, from here on. */
  | 'length-required'
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
}

/** Answers without reading the body; the connection ends, so that the client stops sending. */
export function refuse(response: ServerResponse, { status, code, text, retryAfter }: Refusal): void {
  const headers = {
    Connection: 'close',
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
  };
  answerJson(response, status, { code, text }, headers);
}
