/** What the page tells the proxy of an upload: one line of JSON ahead of the body. */
import type { RequestPlan } from '../core/request/plan.ts';
import { type Envelope, maxEnvelopeBytes } from '../wire/protocol.ts';

export function envelopeOf(plan: RequestPlan): Envelope {
  return {
    method: plan.method,
    url: plan.url,
    headers: plan.headers.map(({ name, value }) => [name, value] as const),
    bodyLength: plan.bodyLength,
    // The client's own time limit is one for silence (KEY-4): a long video may take longer in all.
    limits: { silence: plan.timeoutSeconds },
  };
}

/** The envelope's line, or null where it would be longer than the proxy takes. */
export function envelopeLine(plan: RequestPlan): Uint8Array<ArrayBuffer> | null {
  const line = new TextEncoder().encode(`${JSON.stringify(envelopeOf(plan))}\n`);
  return line.length > maxEnvelopeBytes ? null : line;
}
