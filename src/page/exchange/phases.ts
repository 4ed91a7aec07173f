/** An exchange in four phases, one after the other: what a person asks for first. Pure. */
import type { Exchange } from './exchange.ts';
import { bytesSent, type Step } from './timings.ts';

export interface Phase {
  readonly name: 'Connecting' | 'Sending' | 'Waiting' | 'Receiving';
  readonly look: Exclude<Step['phase'], 'fault'>;
  readonly ms: number;
}

export interface Phases {
  /** Those that began. */
  readonly phases: readonly Phase[];
  readonly total: number;
  /** Bytes of the body a second; null where buffers, not the way, tell how long it took. */
  readonly rate: number | null;
  /** The last phase did not end: the exchange failed in it. */
  readonly isCut: boolean;
}

/** Milliseconds of sending: under that, most of the body may still have been in buffers. */
const telling = 200;

/** An early answer ends the sending, though the body may go on beside it. */
export function phasesOf(exchange: Exchange): Phases {
  const { connected, tls, headSent, bodySent, reply, end, failedAt } = exchange;
  const ready = headSent === null ? undefined : (tls?.at ?? connected?.at ?? 0);
  const sent = earlier(bodySent?.at, reply?.at);
  const steps = [
    ['Connecting', 'connect', ready],
    ['Sending', 'send', sent],
    ['Waiting', 'wait', reply?.at],
    ['Receiving', 'receive', end?.at],
  ] as const;
  const total = end?.at ?? failedAt ?? Math.max(ready ?? 0, sent ?? 0, reply?.at ?? 0);
  const phases: Phase[] = [];
  let from = 0;
  let isCut = false;
  for (const [name, look, at] of steps) {
    const to = Math.max(from, Math.min(at ?? total, total));
    phases.push({ name, look, ms: to - from });
    from = to;
    isCut = at === undefined;
    if (isCut) break;
  }
  const sending = phases.find(({ look }) => look === 'send')?.ms ?? 0;
  const rate = sending < telling ? null : (bytesSent(exchange).bytes / sending) * 1000;
  return { phases, total, rate, isCut };
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
