/**
 * One upload: writes the request to the target byte for byte and reports what happens as events of
 * the protocol. The last event is `end` or `error`. Only what is being sent is held in memory; a slow
 * target slows the source down.
 */
import type { Readable } from 'node:stream';
import { type Envelope, maxReplyBytes, type ProtocolEvent } from '../../upload/protocol.ts';
import { createRunningHash } from '../../upload/running-hash.ts';
import { type AddressPolicy, localPolicy } from '../policy/address-policy.ts';
import { type BodySource, sourceOf } from './body-source.ts';
import { connect, lookupAll } from './connect.ts';
import { Exchange } from './exchange.ts';
import type { Failure } from './failure.ts';
import { pacedSource } from './paced-source.ts';
import { headOf, isFailure, type Target, targetOf } from './target.ts';

export interface SendOptions {
  /** Takes the events in order; reading of the reply waits for what it returns. */
  readonly report: (event: ProtocolEvent) => void | Promise<void>;
  /** Ends the upload at once and closes the connection. */
  readonly signal?: AbortSignal;
  readonly policy?: AddressPolicy;
  /** Null where uploads may go to this target, else the reason, for people. Asked before any lookup. */
  readonly hostPolicy?: (target: Target) => string | null;
  /** A port of this machine that serves one of our own targets: no policy applies to it. */
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

/** Where neither the envelope nor the server's options set any. */
const defaultLimits: Limits = { connect: 10, silence: 30, total: 1800 };
/** Timers can't be longer than 24 days. */
const day = 24 * 3600;
const noLonger: Limits = { connect: day, silence: day, total: day };

/** `body` gives the bytes after the head. It is left paused where the upload ends before it does. */
export async function sendUpload(
  envelope: Envelope,
  body: Readable | BodySource,
  options: SendOptions,
): Promise<void> {
  const began = performance.now();
  const now = () => Math.round((performance.now() - began) * 10) / 10;
  const { signal = new AbortController().signal } = options;
  let latest = 0;
  // Some are reported later than they happened, but their times never go backwards.
  const report = (event: ProtocolEvent) => {
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
  // Before there is a connection: between its opening and `run` its errors have no listener.
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
  const source = 'open' in body ? body : sourceOf(body);
  const exchange = new Exchange({
    connection,
    head,
    body: envelope.pace === undefined ? source : pacedSource(source, envelope.pace),
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

/** Head and bytes stay as they are: only the connection goes elsewhere. */
function ownTarget(target: Target, port: number): Target {
  return { ...target, secure: false, hostname: '127.0.0.1', port };
}
