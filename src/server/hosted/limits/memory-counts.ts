/** Counts within this process: each of several has its own share of the clients' requests. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { CountLimits, Counts } from './counts.ts';

export function createMemoryCounts(limits: CountLimits): Counts {
  const rate = new RateLimiterMemory({ points: limits.uploadsPerMinute, duration: 60 });
  const running = new Map<string, number>();
  let inAll = 0;
  return {
    takePlace: async (client) => {
      if ((running.get(client) ?? 0) >= limits.uploadsAtOncePerClient) return { kind: 'client-full' };
      if (inAll >= limits.uploadsAtOnce) return { kind: 'full' };
      inAll += 1;
      running.set(client, (running.get(client) ?? 0) + 1);
      const leave = () => {
        inAll -= 1;
        const left = (running.get(client) ?? 0) - 1;
        if (left > 0) running.set(client, left);
        else running.delete(client);
      };
      return { kind: 'taken', leave };
    },
    countUpload: (client) => waitOf(rate.consume(client)),
  };
}

/** Milliseconds to wait where it is too many; any other error is passed on. */
export async function waitOf(consumed: Promise<unknown>): Promise<number | null> {
  try {
    await consumed;
    return null;
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    return Math.max(1, over.msBeforeNext);
  }
}
