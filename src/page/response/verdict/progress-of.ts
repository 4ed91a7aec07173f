/** How far an exchange is. */
import type { Exchange } from '../../exchange/exchange.ts';

export interface Progress {
  readonly phase: 'preparing' | 'sending' | 'waiting' | 'receiving';
  /** Bytes of the body. */
  readonly done: number;
  readonly total: number;
}

/**
 * While the page sends, its browser reads no events of the proxy: what left the page counts. It is sent only
 * once the proxy says so, as the last bytes may still be on their way.
 */
export function progressOf({ stage, uploaded, passedOn, bodySent, reply, sent }: Exchange): Progress {
  const total = sent.plan.bodyLength;
  if (reply !== null) return { phase: 'receiving', done: passedOn, total };
  if (bodySent !== null) return { phase: 'waiting', done: total, total };
  return {
    phase: stage === 'preparing' ? 'preparing' : 'sending',
    done: Math.max(uploaded, passedOn),
    total,
  };
}
