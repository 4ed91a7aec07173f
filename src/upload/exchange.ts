/**
 * One exchange, from the press of the button to the last byte of the reply, as a state that events
 * change. `Local` is what its sender keeps with it: the page a worker, the command line the reply.
 */
import type { RequestPlan } from '../core/request/plan.ts';
import type { EventOf, FailureCode, ProtocolEvent } from './protocol.ts';

/** What was sent, kept as it was at the press of the button. */
export interface Sent {
  readonly plan: RequestPlan;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** SHA-256 of the certificate that a person accepted for this server although it does not verify. */
  readonly acceptCertificate?: string;
  /** See `Envelope`. */
  readonly pace?: number;
}

export interface Reply {
  readonly at: number;
  readonly httpVersion: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Body bytes that had gone out when the reply began. */
  readonly bodyBytesSent: number;
  /** Bytes of the body that are kept, by whoever sends. */
  readonly received: number;
}

export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
}

export type Stage = 'preparing' | 'uploading' | 'waiting' | 'receiving' | 'done';

/** An event as `ReplyCollector` passes it on: without the body's bytes and what comes in floods. */
export type ExchangeEvent =
  | Exclude<ProtocolEvent, { type: 'reply-body' }>
  /** So many bytes of the reply's body came, and are kept. */
  | { readonly type: 'reply-bytes'; readonly bytes: number }
  /** So many interim replies came after those passed on. */
  | { readonly type: 'more-interims'; readonly count: number };

export interface Exchange<Local = unknown> {
  readonly sent: Sent;
  readonly stage: Stage;
  /** Null while the upload is being prepared. */
  readonly local: Local | null;
  readonly lookup: EventOf<'lookup'> | null;
  readonly connected: EventOf<'connected'> | null;
  readonly tls: EventOf<'tls'> | null;
  readonly headSent: EventOf<'head-sent'> | null;
  readonly bodySent: EventOf<'body-sent'> | null;
  readonly receipt: EventOf<'receipt'> | null;
  /** The first ones, and how many more there were. */
  readonly interims: readonly EventOf<'interim'>[];
  readonly moreInterims: number;
  /** Body bytes that left the page, and those that were handed to the socket. */
  readonly uploaded: number;
  readonly passedOn: number;
  readonly reply: Reply | null;
  readonly end: EventOf<'end'> | null;
  readonly failure: Failure | null;
  /** When it was reported as an event; null where the sender itself did. */
  readonly failedAt: number | null;
}

export type ExchangeAction<Local = never> =
  | { readonly type: 'prepared'; readonly local: Local }
  | { readonly type: 'uploading'; readonly bytes: number }
  | { readonly type: 'events'; readonly events: readonly ExchangeEvent[] }
  | { readonly type: 'failed'; readonly code: FailureCode; readonly detail: string }
  /** The proxy's stream has ended; without an `end` or `error` before, the connection to it broke. */
  | { readonly type: 'closed' };

export function startExchange<Local = never>(sent: Sent): Exchange<Local> {
  return {
    sent,
    stage: 'preparing',
    local: null,
    lookup: null,
    connected: null,
    tls: null,
    headSent: null,
    bodySent: null,
    receipt: null,
    interims: [],
    moreInterims: 0,
    uploaded: 0,
    passedOn: 0,
    reply: null,
    end: null,
    failure: null,
    failedAt: null,
  };
}

export function advanceExchange<Local>(
  exchange: Exchange<Local>,
  action: ExchangeAction<Local>,
): Exchange<Local> {
  if (exchange.stage === 'done') return exchange;
  switch (action.type) {
    case 'prepared':
      return { ...exchange, local: action.local };
    case 'uploading': {
      const uploaded = Math.min(Math.max(exchange.uploaded, action.bytes), exchange.sent.plan.bodyLength);
      const all = uploaded === exchange.sent.plan.bodyLength;
      const stage = exchange.reply !== null ? exchange.stage : all ? 'waiting' : 'uploading';
      return { ...exchange, uploaded, stage };
    }
    case 'events':
      return action.events.reduce<Exchange<Local>>(advanceByEvent, exchange);
    case 'failed':
      return failed(exchange, action.code, action.detail);
    case 'closed':
      return failed(exchange, 'proxy-unreachable', 'The connection to the playground ended too early.');
  }
}

function advanceByEvent<Local>(exchange: Exchange<Local>, event: ExchangeEvent): Exchange<Local> {
  if (exchange.stage === 'done') return exchange;
  switch (event.type) {
    case 'lookup':
      return { ...exchange, lookup: event };
    case 'connected':
      return { ...exchange, connected: event };
    case 'tls':
      return { ...exchange, tls: event };
    case 'head-sent':
      return { ...exchange, headSent: event };
    case 'progress':
      return { ...exchange, passedOn: Math.max(exchange.passedOn, event.bytes) };
    case 'body-sent':
      return {
        ...exchange,
        bodySent: event,
        passedOn: event.bytes,
        stage: exchange.reply === null ? 'waiting' : exchange.stage,
      };
    case 'receipt':
      return { ...exchange, receipt: event };
    case 'interim':
      return { ...exchange, interims: [...exchange.interims, event] };
    case 'more-interims':
      return { ...exchange, moreInterims: exchange.moreInterims + event.count };
    case 'reply-head': {
      const { type: _, ...head } = event;
      return { ...exchange, stage: 'receiving', reply: { ...head, received: 0 } };
    }
    case 'reply-bytes': {
      if (exchange.reply === null) return failed(exchange, 'internal', 'A reply without a head.');
      const reply = { ...exchange.reply, received: exchange.reply.received + event.bytes };
      return { ...exchange, reply };
    }
    case 'end':
      if (exchange.reply === null) return failed(exchange, 'internal', 'An end without a reply.');
      return { ...exchange, stage: 'done', end: event };
    case 'error':
      return failed(exchange, event.code, event.detail, event.at);
  }
}

function failed<Local>(
  exchange: Exchange<Local>,
  code: FailureCode,
  detail: string,
  failedAt: number | null = null,
): Exchange<Local> {
  return { ...exchange, stage: 'done', failure: { code, detail }, failedAt };
}
