/** Who is served now, judged by the head alone: sizes, rates and how many at once. */
import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Refusal } from '../guard/refusal.ts';
import { headerValues } from '../guard/site.ts';

export interface AdmissionLimits {
  /** Of a whole request's body, the envelope included. */
  readonly requestBytes: number;
  /** Per client. */
  readonly uploadsPerMinute: number;
  readonly uploadsAtOnce: number;
  readonly uploadsAtOncePerClient: number;
}

export type Entry =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `leave` is called once, when the upload is over. */
  | { readonly kind: 'entered'; readonly leave: () => void };

export interface Admission {
  /** `client` as `clientOf` names it. */
  readonly enter: (request: IncomingMessage, client: string) => Promise<Entry>;
}

/** Counts within this process: each of several has its own share of the clients' requests. */
export function createAdmission(limits: AdmissionLimits): Admission {
  const rate = new RateLimiterMemory({ points: limits.uploadsPerMinute, duration: 60 });
  const running = new Map<string, number>();
  let inAll = 0;
  const full = (client: string): Refusal | null => {
    if ((running.get(client) ?? 0) >= limits.uploadsAtOncePerClient) return tooManyAtOnce(limits);
    return inAll >= limits.uploadsAtOnce ? busy : null;
  };
  const leave = (client: string) => {
    inAll -= 1;
    const left = (running.get(client) ?? 0) - 1;
    if (left > 0) running.set(client, left);
    else running.delete(client);
  };
  return {
    enter: async (request, client) => {
      const refusal = checkSize(request, limits) ?? full(client);
      if (refusal !== null) return { kind: 'refused', refusal };
      // Taken before the wait below: others may enter meanwhile.
      inAll += 1;
      running.set(client, (running.get(client) ?? 0) + 1);
      const tooMany = await consume(rate, client, limits);
      if (tooMany === null) return { kind: 'entered', leave: () => leave(client) };
      leave(client);
      return { kind: 'refused', refusal: tooMany };
    },
  };
}

function checkSize(request: IncomingMessage, { requestBytes }: AdmissionLimits): Refusal | null {
  const [length, ...others] = headerValues(request, 'content-length');
  if (length === undefined || others.length > 0) {
    const text = 'An upload must say its length (Content-Length).';
    return { status: 411, code: 'length-required', text };
  }
  if (Number(length) <= requestBytes) return null;
  const text = `This playground takes uploads of at most ${requestBytes} bytes; this one has ${length}.`;
  return { status: 413, code: 'too-large', text };
}

async function consume(
  rate: RateLimiterMemory,
  client: string,
  { uploadsPerMinute }: AdmissionLimits,
): Promise<Refusal | null> {
  try {
    await rate.consume(client);
    return null;
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    const retryAfter = Math.max(1, Math.ceil(over.msBeforeNext / 1000));
    const text = `You sent ${uploadsPerMinute} uploads within a minute, the most that this playground takes. Try again in ${retryAfter} s.`;
    return { status: 429, code: 'too-many-uploads', text, retryAfter };
  }
}

function tooManyAtOnce({ uploadsAtOncePerClient }: AdmissionLimits): Refusal {
  const text = `You have ${uploadsAtOncePerClient} uploads running, the most that this playground takes from one address. Try again when one of them is through.`;
  return { status: 429, code: 'too-many-at-once', text, retryAfter: 5 };
}

const busy: Refusal = {
  status: 503,
  code: 'busy',
  text: 'This playground is carrying as many uploads as it can. Try again in a moment.',
  retryAfter: 5,
};
