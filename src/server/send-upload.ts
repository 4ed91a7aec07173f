/**
 * One upload: writes the request to the target byte for byte and reports what happens as events of
 * the wire protocol. The last event is `end` or `error`. Nothing is held in memory but what is on
 * its way; a slow target slows the source down.
 */
import type { Readable } from 'node:stream';
import { type Envelope, maxReplyBytes, type WireEvent } from '../wire/protocol.ts';
import { type AddressPolicy, localPolicy } from './address-policy.ts';
import { connect, lookupAll } from './connect.ts';
import { Exchange } from './exchange.ts';
import type { Failure } from './failure.ts';
import { headOf, isFailure, targetOf } from './target.ts';

export interface SendOptions {
  /** Takes the events in order; reading of the reply waits for what it returns. */
  readonly report: (event: WireEvent) => void | Promise<void>;
  /** Ends the upload at once and closes the connection. */
  readonly signal?: AbortSignal;
  readonly policy?: AddressPolicy;
  readonly lookup?: (hostname: string) => Promise<readonly string[]>;
  /** Bytes of the reply's body that are passed on. */
  readonly maxReply?: number;
  /** Authorities to trust beside Node's own, PEM. */
  readonly ca?: string;
}

/** Seconds, where the envelope sets none. */
const defaultLimits = { connect: 10, silence: 30, total: 1800 };
/** Seconds; timers of more than 24 days do not exist. */
const longest = 24 * 3600;

/** `body` gives the bytes behind the head. It is left paused where the upload ends before it does. */
export async function sendUpload(envelope: Envelope, body: Readable, options: SendOptions): Promise<void> {
  const began = performance.now();
  const now = () => Math.round((performance.now() - began) * 10) / 10;
  const { report, signal = new AbortController().signal } = options;
  const fail = async (failure: Failure) => report({ type: 'error', at: now(), ...failure });
  const target = targetOf(envelope);
  if (isFailure(target)) return fail(target);
  const head = headOf(envelope, target);
  if (isFailure(head)) return fail(head);
  const limits = { ...defaultLimits, ...envelope.limits };
  const milliseconds = (seconds: number) => Math.min(seconds, longest) * 1000;
  const connection = await connect(target, {
    policy: options.policy ?? localPolicy,
    lookup: options.lookup ?? lookupAll,
    connectTimeout: milliseconds(limits.connect),
    signal,
    now,
    emit: (event) => void report(event),
    ca: options.ca,
  });
  if (isFailure(connection)) return fail(connection);
  const exchange = new Exchange({
    connection,
    head,
    body,
    bodyLength: envelope.bodyLength,
    method: envelope.method,
    silence: milliseconds(limits.silence),
    total: milliseconds(limits.total),
    maxReply: options.maxReply ?? maxReplyBytes,
    now,
    report,
    signal,
  });
  await exchange.run();
}
