/** What a planned request is to whoever sends it: page and command line ask for the same upload. */
import type { RequestPlan } from '../core/request/plan.ts';
import type { Envelope } from './protocol.ts';

/** `acceptCertificate`: the fingerprint that a person accepted for this server (see `Envelope`). */
export function envelopeOf(plan: RequestPlan, acceptCertificate?: string): Envelope {
  return {
    method: plan.method,
    url: plan.url,
    headers: plan.headers.map(({ name, value }) => [name, value] as const),
    bodyLength: plan.bodyLength,
    // The client's own time limit is one for silence (KEY-4): a long video may take longer in all.
    limits: { silence: plan.timeoutSeconds },
    ...(acceptCertificate !== undefined && { acceptCertificate }),
  };
}
