/** A capture, taken apart and judged: its request as an upload, its reply as the app would read it. */
import type { Capture, CaptureFault } from '../capture/captured.ts';
import type { Assumptions } from '../core/assumptions.ts';
import { judgeResponse } from '../core/response/judge.ts';
import type { ResponseInputs, Verdict } from '../core/response/verdict.ts';
import { type InspectedRequest, inspectRequest } from './inspect-request.ts';

export interface Inspected {
  readonly source: Capture['source'];
  readonly request: InspectedRequest | null;
  readonly reply: InspectedReply | null;
  /** Of the capture first, then of the form in it. */
  readonly faults: readonly CaptureFault[];
}

export interface InspectedReply {
  readonly inputs: ResponseInputs;
  readonly verdict: Verdict;
}

export function inspectCapture(
  { source, request, reply, faults }: Capture,
  assumptions: Assumptions,
): Inspected {
  const inspected = request && inspectRequest(request);
  const inputs: ResponseInputs | null = reply && {
    status: reply.status,
    headers: reply.headers.map(({ name, value }) => [name, value] as const),
    body: reply.body,
    excess: reply.excess,
    assumptions,
  };
  // The body of a HAR or of a log may not be the one that was sent: nothing is said of its parts then.
  const isBodyKnown = !faults.some(({ code }) => code === 'body-missing');
  const formFaults =
    inspected === null ? [] : inspected.faults.filter(({ code }) => isBodyKnown || code !== 'no-form');
  return {
    source,
    request: inspected,
    reply: inputs && { inputs, verdict: judgeResponse(inputs) },
    faults: [...faults, ...formFaults],
  };
}
