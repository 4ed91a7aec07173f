/** Every upload of a hosted playground: admitted, timed, counted, and logged in one line. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { Admission } from './admission.ts';
import { clientOf } from './client-address.ts';
import type { Metrics, Outcome } from './metrics.ts';

export interface TrackerOptions {
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly trustedProxies: number;
  /** Milliseconds after which a connection is closed, whatever its state. */
  readonly deadline: number;
  readonly refuse: (response: ServerResponse, refusal: Refusal) => void;
  /** One line of JSON, without its end. */
  readonly log: (line: string) => void;
}

/** What an upload turned out to be. */
export interface UploadSummary {
  readonly outcome: Outcome;
  readonly bytes: number;
}

export interface UploadTracker {
  /** `work` serves it and returns its summary. */
  readonly serve: (
    request: IncomingMessage,
    response: ServerResponse,
    work: () => Promise<UploadSummary>,
  ) => Promise<void>;
  /** Resolves when no upload is running. */
  readonly idle: () => Promise<void>;
}

/** Sent with the response, so that a user can name the upload to the operator. */
const idHeader = 'X-Upload-Id';

export function createUploadTracker(options: TrackerOptions): UploadTracker {
  const { admission, metrics, log } = options;
  const running = new Set<Promise<void>>();
  const run = async (
    request: IncomingMessage,
    response: ServerResponse,
    work: () => Promise<UploadSummary>,
  ) => {
    const id = randomBytes(6).toString('hex');
    response.setHeader(idHeader, id);
    const began = performance.now();
    const timer = setTimeout(() => request.socket.destroy(), options.deadline);
    const closed = whenClosed(response);
    metrics.began();
    let summary: UploadSummary = { outcome: 'internal', bytes: 0 };
    try {
      summary = await work();
      // A caller that does not read its response keeps its place, until the deadline.
      await closed;
    } finally {
      clearTimeout(timer);
      const seconds = Math.round(performance.now() - began) / 1000;
      metrics.finished({ ...summary, seconds });
      log(JSON.stringify({ upload: id, bytes: summary.bytes, outcome: summary.outcome, seconds }));
    }
  };
  return {
    serve: async (request, response, work) => {
      const entry = await admission.enter(request, clientOf(request, options.trustedProxies));
      if (entry.kind === 'refused') return options.refuse(response, entry.refusal);
      // The caller left meanwhile, and nothing would tell `work` any more.
      if (response.closed) return entry.leave();
      const upload = run(request, response, work).finally(entry.leave);
      const settled = upload.catch(() => {});
      running.add(settled);
      void settled.then(() => running.delete(settled));
      await upload;
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Sums up an upload from its events. */
export function summarizeEvents(): {
  readonly observe: (event: ProtocolEvent) => void;
  readonly summary: () => UploadSummary;
} {
  let bytes = 0;
  let outcome: Outcome = 'internal';
  return {
    observe: (event) => {
      switch (event.type) {
        case 'progress':
        case 'body-sent':
          bytes = Math.max(bytes, event.bytes);
          break;
        case 'receipt':
          bytes = event.bodyBytes;
          break;
        case 'end':
          outcome = 'reply';
          break;
        case 'error':
          outcome = event.code;
          break;
        case 'lookup':
        case 'connected':
        case 'tls':
        case 'head-sent':
        case 'interim':
        case 'reply-head':
        case 'reply-body':
          break;
      }
    },
    summary: () => ({ outcome, bytes }),
  };
}

function whenClosed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.closed) resolve();
    else response.once('close', () => resolve());
  });
}
