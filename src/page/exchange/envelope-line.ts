/** What the page tells the proxy of an upload: one line of JSON ahead of the body. */
import { envelopeOf } from '../../upload/envelope-of-plan.ts';
import { maxEnvelopeBytes } from '../../upload/protocol.ts';
import type { Sent } from './exchange.ts';

/** The envelope's line, or null where it would be longer than the proxy takes. */
export function envelopeLine({
  plan,
  acceptCertificate,
}: Pick<Sent, 'plan' | 'acceptCertificate'>): Uint8Array<ArrayBuffer> | null {
  const line = new TextEncoder().encode(`${JSON.stringify(envelopeOf(plan, acceptCertificate))}\n`);
  return line.length > maxEnvelopeBytes ? null : line;
}
