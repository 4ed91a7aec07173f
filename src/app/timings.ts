/** How long each step of an exchange took, by the proxy's own clock. Pure. */
import type { Exchange } from './exchange.ts';

export interface Step {
  readonly name: string;
  /** Milliseconds since the proxy had read the request. */
  readonly from: number;
  readonly to: number;
}

/** The steps that took place, one after the other; a step without a mark of its end is left out. */
export function stepsOf(exchange: Exchange): Step[] {
  const { lookup, connected, tls, bodySent, reply, end } = exchange;
  const marks: readonly (readonly [name: string, at: number | undefined])[] = [
    ['Name looked up', lookup?.at],
    ['Connected', connected?.at],
    ['TLS agreed', tls?.at],
    ['Sent', bodySent?.at],
    ['First byte of the reply', reply?.at],
    ['End of the reply', end?.at],
  ];
  const steps: Step[] = [];
  // An early answer comes before the body is sent: in the order of time, not of the list.
  const inTime = marks
    .flatMap(([name, at]) => (at === undefined ? [] : [{ name, at }]))
    .toSorted((a, b) => a.at - b.at);
  let from = 0;
  for (const { name, at } of inTime) {
    steps.push({ name, from, to: at });
    from = at;
  }
  return steps;
}
