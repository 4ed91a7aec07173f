/** Who is served now, judged by the head alone: sizes, rates and how many at once. */
import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../guard/refusal.ts';
import { headerValues } from '../guard/site.ts';
import type { CountLimits, Counts } from './limits/counts.ts';
import { createMemoryCounts } from './limits/memory-counts.ts';

export interface AdmissionLimits extends CountLimits {
  /** Of a whole request's body, the envelope included. */
  readonly requestBytes: number;
}

export type Entry =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `leave` is called once, when the upload is over. */
  | { readonly kind: 'entered'; readonly leave: () => void };

export interface Admission {
  /** `client` as `clientOf` names it. */
  readonly enter: (request: IncomingMessage, client: string) => Promise<Entry>;
}

export function createAdmission(
  limits: AdmissionLimits,
  counts: Counts = createMemoryCounts(limits),
): Admission {
  return {
    enter: async (request, client) => {
      const refusal = checkSize(request, limits);
      if (refusal !== null) return { kind: 'refused', refusal };
      // Taken before the rate is asked for: others may enter meanwhile.
      const place = await counts.takePlace(client);
      if (place.kind === 'client-full') return { kind: 'refused', refusal: tooManyAtOnce(limits) };
      if (place.kind === 'full') return { kind: 'refused', refusal: busy };
      const wait = await counts.countUpload(client);
      if (wait === null) return { kind: 'entered', leave: place.leave };
      place.leave();
      return { kind: 'refused', refusal: tooManyUploads(limits, wait) };
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

function tooManyUploads({ uploadsPerMinute }: AdmissionLimits, wait: number): Refusal {
  const retryAfter = Math.max(1, Math.ceil(wait / 1000));
  const text = `You sent ${uploadsPerMinute} uploads within a minute, the most that this playground takes. Try again in ${retryAfter} s.`;
  return { status: 429, code: 'too-many-uploads', text, retryAfter };
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
