/**
 * The worker that sends an upload, takes its reply in, judges it and prepares what is shown of it: off the
 * page's own thread, so that no reply keeps the page from answering. One for each exchange.
 */
import { unpack } from '../../core/response/content-encoding.ts';
import { headerValues } from '../../core/response/headers.ts';
import { ReplyCollector } from '../../upload/reply-collector.ts';
import { readReply } from './reply-reading.ts';
import type { WorkerOrder, WorkerReport } from './reply-worker-messages.ts';
import { transfer } from './transfer.ts';

const say = (report: WorkerReport) => self.postMessage(report);
const collector = new ReplyCollector();
const abort = new AbortController();

self.onmessage = ({ data }: MessageEvent<WorkerOrder>) => {
  switch (data.type) {
    case 'send':
      return transfer(data, collector, abort.signal, (action) => say({ type: 'step', action }));
    case 'abort':
      return abort.abort();
    case 'read': {
      const { status = 0, headers = [] } = collector.head ?? {};
      const whole = { status, headers, body: collector.body(), end: collector.end };
      return say({ type: 'read', reading: readReply(whole, data.assumptions) });
    }
    case 'save': {
      const codings = headerValues(collector.head?.headers ?? [], 'Content-Encoding');
      const { bytes } = unpack(collector.body(), codings);
      return say({
        type: 'saved',
        body: new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
      });
    }
  }
};
