/** How other parsers read an upload that the demo server keeps: asked for while somebody looks. */
import { useQuery } from '@tanstack/react-query';
import { parsers, type Reading, type ReadingOutcome } from '../../demo/readings.ts';
import type { DemoReport } from '../../demo/report.ts';
import { askBody, askReadings } from './asking.ts';
import type { PageReadingOrder } from './page-reading.ts';

/** Of @remix-run/multipart-parser; a test holds it to package.json. */
export const pageParserVersion = '0.16.3';

export type ReadingsState =
  | { readonly kind: 'asking' }
  /** The body is not, or no longer, kept. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' }
  /** In the order of `parsers`. */
  | { readonly kind: 'read'; readonly readings: readonly Reading[] };

export function useReadings(report: DemoReport): ReadingsState {
  const { id } = report;
  const { data, isError } = useQuery({
    queryKey: ['readings', id],
    queryFn: async ({ signal }) => {
      const [ofServer, body] = await Promise.all([askReadings(id, signal), askBody(id, signal)]);
      if (ofServer === null || body === null) return null;
      const outcome = await readInWorker({ body, type: contentTypeOf(report) }, signal);
      return [...ofServer, { parser: 'remix', version: pageParserVersion, outcome } as const];
    },
    gcTime: 600_000,
  });
  if (isError) return { kind: 'unreachable' };
  if (data === undefined) return { kind: 'asking' };
  if (data === null) return { kind: 'gone' };
  const readings = parsers.flatMap(({ id }) => data.find(({ parser }) => parser === id) ?? []);
  return { kind: 'read', readings };
}

export function contentTypeOf({ headers }: Pick<DemoReport, 'headers'>): string {
  return headers
    .filter(([name]) => name.toLowerCase() === 'content-type')
    .map(([, value]) => value)
    .join(', ');
}

/** Milliseconds, as the server gives its own parsers. */
const longest = 8000;

function readInWorker(order: PageReadingOrder, signal: AbortSignal): Promise<ReadingOutcome> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./page-reading-worker.ts', import.meta.url), {
    type: 'module',
    name: 'page-reading',
  });
  let timer = 0;
  const outcome = new Promise<ReadingOutcome>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    timer = window.setTimeout(() => resolve({ kind: 'stopped', why: 'time' }), longest);
    worker.onerror = () => resolve({ kind: 'stopped', why: 'fault' });
    worker.onmessage = ({ data }: MessageEvent<ReadingOutcome>) => resolve(data);
  });
  worker.postMessage(order, [order.body]);
  return outcome.finally(() => {
    window.clearTimeout(timer);
    worker.terminate();
  });
}
