/** Where limits are counted, as the configuration says it; every change is told to the operator once. */
import type { Metrics } from '../metrics.ts';
import type { CountLimits, Counts } from './counts.ts';
import { createMemoryCounts } from './memory-counts.ts';

export interface StartedCounts {
  readonly counts: Counts;
  /** For the health of the operations port: nothing, or a line with its beginning. */
  readonly state: () => string;
  readonly close: () => void;
}

export async function startCounts(
  limits: CountLimits & { readonly redis?: string | undefined },
  metrics: Metrics,
  log: (line: string) => void,
): Promise<StartedCounts> {
  if (limits.redis === undefined) {
    return { counts: createMemoryCounts(limits), state: () => '', close: () => {} };
  }
  // Only here: the client of Redis is no business of those that have none.
  const { createSharedCounts } = await import('./shared-counts.ts');
  let state = '';
  const counts = createSharedCounts({
    limits,
    url: limits.redis,
    onChange: (reason) => {
      metrics.shared(reason === null);
      log(JSON.stringify(reason === null ? { limits: 'shared' } : { limits: 'alone', redis: reason }));
      state = `\nlimits: ${reason === null ? 'shared' : `counted in this process alone (Redis: ${reason})`}`;
    },
  });
  await counts.known;
  return { counts, state: () => state, close: counts.close };
}
