/**
 * One upload: writes the request to the target byte for byte and reports what happens as events of
 * the wire protocol. The last event is `end` or `error`. Nothing is held in memory but what is on
 * its way; a slow target slows the source down.
 */
import type { Readable } from 'node:stream';
import { type Envelope, maxReplyBytes, type WireEvent } from '../../upload/protocol.ts';
import { createRunningHash } from '../../upload/running-hash.ts';
import { type AddressPolicy, localPolicy } from '../policy/address-policy.ts';
import { type BodySource, sourceOf } from './body-source.ts';
import { connect, lookupAll } from './connect.ts';
import { Exchange } from './exchange.ts';
import type { Failure } from './failure.ts';
import { headOf, isFailure, type Target, targetOf } from './target.ts';

export interface SendOptions {
  /** Takes the events in order; reading of the reply waits for what it returns. */
  readonly report: (event: WireEvent) => void | Promise<void>;
  /** Ends the upload at once and closes the connection. */
  readonly signal?: AbortSignal;
  readonly policy?: AddressPolicy;
  /** Null where uploads may go to this target, else the reason, for people. Asked before any look-up. */
  readonly hostPolicy?: (target: Target) => string | null;
  /** A port of this machine that is the way to one of our own targets: no policy is asked for it. */
  readonly ownPort?: (target: Target) => number | null;
  /** Seconds, where the envelope asks for no less. */
  readonly longest?: Limits;
  readonly lookup?: (hostname: string) => Promise<readonly string[]>;
  /** Bytes of the reply's body that are passed on. */
  readonly maxReply?: number;
  /** Authorities to trust beside Node's own, PEM. */
  readonly ca?: string;
}

/** Seconds: for connecting, for silence, in all. */
export interface Limits {
  readonly connect: number;
  readonly silence: number;
  readonly total: number;
}

/** Where neither the envelope nor whoever serves it sets any. */
const defaultLimits: Limits = { connect: 10, silence: 30, total: 1800 };
/** Timers of more than 24 days do not exist. */
const day = 24 * 3600;
const noLonger: Limits = { connect: day, silence: day, total: day };

/** `body` gives the bytes behind the head. It is left paused where the upload ends before it does. */
export async function sendUpload(
  envelope: Envelope,
  body: Readable | BodySource,
  options: SendOptions,
): Promise<void> {
  const began = performance.now();
  const now = () => Math.round((performance.now() - began) * 10) / 10;
  const { signal = new AbortController().signal } = options;
  let latest = 0;
  // Some are told later than they happened; in what is told, time does not run backwards.
  const report = (event: WireEvent) => {
    latest = Math.max(latest, event.at);
    return options.report(event.at === latest ? event : { ...event, at: latest });
  };
  const fail = async (failure: Failure) => report({ type: 'error', at: now(), ...failure });
  const target = targetOf(envelope);
  if (isFailure(target)) return fail(target);
  const head = headOf(envelope, target);
  if (isFailure(head)) return fail(head);
  const asked = { ...(options.longest ?? defaultLimits), ...envelope.limits };
  const { longest = noLonger } = options;
  const milliseconds = (limit: keyof Limits) => Math.min(asked[limit], longest[limit]) * 1000;
  const own = options.ownPort?.(target) ?? null;
  const reason = own === null ? (options.hostPolicy?.(target) ?? null) : null;
  if (reason !== null) return fail({ code: 'target-forbidden', detail: reason });
  // Before there is a connection: between its opening and `run` nobody hears its errors.
  const hash = await createRunningHash();
  const connection = await connect(own === null ? target : ownTarget(target, own), {
    policy: own === null ? (options.policy ?? localPolicy) : () => null,
    lookup: options.lookup ?? lookupAll,
    connectTimeout: milliseconds('connect'),
    signal,
    now,
    emit: (event) => void report(event),
    ca: options.ca,
    acceptCertificate: envelope.acceptCertificate,
  });
  if (isFailure(connection)) return fail(connection);
  const exchange = new Exchange({
    connection,
    head,
    body: 'open' in body ? body : sourceOf(body),
    bodyLength: envelope.bodyLength,
    hash,
    method: envelope.method,
    asksToClose: envelope.headers.some(
      ([name, value]) => /^connection$/i.test(name) && /^close$/i.test(value),
    ),
    silence: milliseconds('silence'),
    total: milliseconds('total'),
    maxReply: options.maxReply ?? maxReplyBytes,
    now,
    report,
    signal,
  });
  await exchange.run();
}

/** The head stays as it is, and so do the bytes: only the way is another. */
function ownTarget(target: Target, port: number): Target {
  return { ...target, secure: false, hostname: '127.0.0.1', port };
}
