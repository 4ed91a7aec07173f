/** When each step of an exchange began and ended, by the proxy's own clock. Pure. */

import { formatBytes, formatCount, plural } from '../components/format.ts';
import type { Exchange } from './exchange.ts';

export interface Step {
  readonly name: string;
  /** Milliseconds since the proxy had read the request. */
  readonly from: number;
  readonly to: number;
  /** A few words more. */
  readonly note: string | null;
  /** `fault`: it failed, or ended too early. */
  readonly phase: 'connect' | 'send' | 'wait' | 'receive' | 'fault';
}

export interface Timeline {
  readonly steps: readonly Step[];
  /** Milliseconds until the last thing that happened. */
  readonly total: number;
}

const interimNames: Readonly<Record<number, string>> = {
  100: 'Continue',
  102: 'Processing',
  103: 'Early Hints',
};

/** The steps that took place, in the order of their ends. An early answer overlaps the body's step. */
export function timelineOf(exchange: Exchange): Timeline {
  const { lookup, connected, tls, headSent, bodySent, reply, end, interims, moreInterims, failedAt } =
    exchange;
  const steps: Step[] = [];
  const add = (
    phase: Step['phase'],
    name: string,
    from: number,
    to: number | undefined,
    note: string | null = null,
  ) => {
    if (to !== undefined) steps.push({ name, from: Math.min(from, to), to, note, phase });
  };
  const isNamed = lookup !== null && !(lookup.addresses.length === 1 && lookup.addresses[0] === lookup.host);
  if (isNamed) {
    const note = plural(lookup.addresses.length, 'address', 'addresses');
    add('connect', 'DNS lookup', 0, lookup.at, note);
  }
  add('connect', 'Connected', lookup?.at ?? 0, connected?.at);
  add('connect', 'TLS handshake', connected?.at ?? 0, tls?.at);
  const ready = tls?.at ?? connected?.at ?? 0;
  add('send', 'First byte sent', ready, headSent?.at);
  const sending = headSent?.at ?? ready;
  interims.forEach(({ status, at }, index) => {
    const isLast = moreInterims > 0 && index === interims.length - 1;
    const note = isLast ? `and ${formatCount(moreInterims)} more` : (interimNames[status] ?? null);
    add('receive', `Interim reply ${status}`, at, at, note);
  });
  add('send', 'Body sent', sending, bodySent?.at);
  const isEarly = reply !== null && (bodySent === null || reply.at < bodySent.at);
  const waitedFrom = isEarly ? sending : (bodySent?.at ?? sending);
  add('wait', 'First byte of the reply', waitedFrom, reply?.at, isEarly ? 'before the body had ended' : null);
  add('receive', 'End of the reply', reply?.at ?? sending, end?.at);
  const over = end?.at ?? failedAt;
  if (over !== null && bodySent === null && headSent !== null) {
    const { bytes, of } = bytesSent(exchange);
    const note = `${formatCount(bytes)} of ${formatBytes(of)}`;
    add('fault', 'Body not sent completely', sending, over, note);
  }
  const inTime = steps.toSorted((a, b) => a.to - b.to);
  const last = inTime.at(-1)?.to ?? 0;
  if (failedAt !== null) {
    const from = Math.min(failedAt, reply?.at ?? last);
    inTime.push({ name: 'Failed', from, to: failedAt, note: null, phase: 'fault' });
  }
  return { steps: inTime, total: Math.max(last, failedAt ?? 0) };
}

/** Bytes of the body that were sent, as counted at the socket where that is known. */
export function bytesSent({ receipt, bodySent, passedOn, sent }: Exchange): {
  readonly bytes: number;
  readonly of: number;
} {
  return { bytes: receipt?.bodyBytes ?? bodySent?.bytes ?? passedOn, of: sent.plan.bodyLength };
}
