/** What an operator may see, in numbers. No label ever holds a URL, a host or a client. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FailureCode } from '../../upload/protocol.ts';
import type { RefusalCode } from '../guard/refusal.ts';

/** `reply`: a complete reply came, whatever its status. `demo`: sent to the demo server without the proxy. */
export type Outcome = 'reply' | 'demo' | FailureCode;

export interface FinishedUpload {
  readonly outcome: Outcome;
  /** Of the body, handed to the target's socket. */
  readonly bytes: number;
  readonly seconds: number;
}

export interface Metrics {
  readonly began: () => void;
  readonly finished: (upload: FinishedUpload) => void;
  readonly refused: (code: RefusalCode) => void;
  /** Whether limits are counted for all processes together, in Redis; called at each change. */
  readonly shared: (isShared: boolean) => void;
  /** In the text format of Prometheus. */
  readonly page: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const uploads = new Counter({
    name: 'playground_uploads_total',
    help: 'Uploads that are over, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  const bytes = new Counter({
    name: 'playground_upload_bytes_total',
    help: 'Bytes of bodies that were sent.',
    registers,
  });
  const seconds = new Histogram({
    name: 'playground_upload_duration_seconds',
    help: 'How long uploads took, from head to end.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
    registers,
  });
  const inFlight = new Gauge({
    name: 'playground_uploads_in_flight',
    help: 'Uploads that are running.',
    registers,
  });
  const refusals = new Counter({
    name: 'playground_refusals_total',
    help: 'Requests that were refused before anything of their body was read, by code.',
    labelNames: ['code'],
    registers,
  });
  const limitsShared = new Gauge({
    name: 'playground_limits_shared',
    help: '1 while limits are counted in Redis, 0 while they are counted in this process alone.',
    registers,
  });
  const fallbacks = new Counter({
    name: 'playground_limits_fallbacks_total',
    help: 'How often Redis could not be asked, and this process went on counting alone.',
    registers,
  });
  return {
    began: () => inFlight.inc(),
    finished: (upload) => {
      inFlight.dec();
      uploads.inc({ outcome: upload.outcome });
      bytes.inc(upload.bytes);
      seconds.observe(upload.seconds);
    },
    refused: (code) => refusals.inc({ code }),
    shared: (isShared) => {
      limitsShared.set(isShared ? 1 : 0);
      if (!isShared) fallbacks.inc();
    },
    page: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  };
}
