/** A planned request as whoever sends it takes it: page and command line ask for the same upload. */
import type { Sent } from './exchange.ts';
import { type Envelope, maxEnvelopeBytes } from './protocol.ts';

export function envelopeOf({ plan, acceptCertificate, pace }: EnvelopeSource): Envelope {
  return {
    method: plan.method,
    url: plan.url,
    headers: plan.headers.map(({ name, value }) => [name, value] as const),
    bodyLength: plan.bodyLength,
    // The client's own time limit is one for silence (KEY-4): a long video may take longer in all.
    limits: { silence: plan.timeoutSeconds },
    ...(acceptCertificate !== undefined && { acceptCertificate }),
    ...(pace !== undefined && { pace }),
  };
}

type EnvelopeSource = Pick<Sent, 'plan' | 'acceptCertificate' | 'pace'>;

/** One line of JSON, ahead of the body; null where it would be longer than the proxy takes. */
export function envelopeLine(sent: EnvelopeSource): Uint8Array<ArrayBuffer> | null {
  const line = new TextEncoder().encode(`${JSON.stringify(envelopeOf(sent))}\n`);
  return line.length > maxEnvelopeBytes ? null : line;
}
