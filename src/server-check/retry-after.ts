/** What a server says of when to come again (RFC 9110, 10.2.3; RFC 6585, 4). */
import { headerValues } from '../core/response/headers.ts';
import type { Reply } from '../upload/exchange.ts';

export interface RetryDelay {
  readonly milliseconds: number;
  /** `5 s` */
  readonly text: string;
}

/** Where a 429 does not say how long. */
const unsaid = 5;

/** Null where it does not ask to wait: any other status, and a 503 that says nothing of a time. */
export function retryDelay(
  { status, headers }: Pick<Reply, 'status' | 'headers'>,
  now: number,
): RetryDelay | null {
  if (status !== 429 && status !== 503) return null;
  const value = headerValues(headers, 'Retry-After')[0];
  const seconds = value === undefined ? null : secondsOf(value, now);
  if (seconds === null) return status === 429 ? delayOf(unsaid) : null;
  return delayOf(seconds);
}

function secondsOf(value: string, now: number): number | null {
  if (/^\d{1,10}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

function delayOf(seconds: number): RetryDelay {
  return { milliseconds: seconds * 1000, text: `${seconds} s` };
}
