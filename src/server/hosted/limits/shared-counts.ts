/**
 * Counts that several processes share, in Redis or Valkey. What this process lets in it counts itself as
 * well: where Redis can't be asked, that count decides, and it never lets in more than the shared one would.
 *
 * A place in Redis is a lease: a process renews those of its running uploads, so those of one that died
 * are free again after `leaseSeconds`, and a Redis that was restarted empty soon knows them all.
 */
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { CountLimits, Counts, Place } from './counts.ts';
import { createMemoryCounts, waitOf } from './memory-counts.ts';
import { linkRedis, type RedisLinkOptions } from './redis-link.ts';

export interface SharedCountsOptions extends Pick<RedisLinkOptions, 'url' | 'onChange' | 'pace'> {
  readonly limits: CountLimits;
  /** How long a place is kept for a process that does not renew it. */
  readonly leaseSeconds?: number;
}

export interface SharedCounts extends Counts {
  /** Resolves when it is known whether Redis is there, within a second or two. */
  readonly known: Promise<void>;
  readonly close: () => void;
}

const prefix = 'playground';
const allKey = `${prefix}:running`;
const keyOf = (client: string) => `${allKey}:${client}`;
/** Older ones are free by themselves. */
const mostEnded = 1000;

/** As `eval` takes them: their number, that of all, and those of the clients. */
function keysOf(clients: Iterable<string>): [count: number, ...keys: string[]] {
  const keys = [allKey, ...Array.from(clients, keyOf)];
  return [keys.length, ...keys];
}

export function createSharedCounts(options: SharedCountsOptions): SharedCounts {
  const { limits, leaseSeconds = 30 } = options;
  const here = createMemoryCounts(limits);
  /** Of this process's running uploads: lease to client. */
  const leases = new Map<string, string>();
  /** Of those that ended while Redis could not be told: lease to client. */
  const ended = new Map<string, string>();
  const renew = (redis: Redis) =>
    redis.eval(renewScript, ...keysOf(leases.values()), leaseSeconds, ...leases.keys());
  const free = async (redis: Redis, some: ReadonlyMap<string, string>) => {
    await redis.eval(leaveScript, ...keysOf(some.values()), ...some.keys());
    return true;
  };
  const keepEnded = (lease: string, client: string) => {
    ended.set(lease, client);
    const [oldest] = ended.keys();
    if (ended.size > mostEnded && oldest !== undefined) ended.delete(oldest);
  };
  const link = linkRedis({
    ...options,
    check: async (redis) => {
      // Others may end meanwhile.
      const told = new Map(ended);
      await free(redis, told);
      for (const lease of told.keys()) ended.delete(lease);
      await renew(redis);
      await waitOf(rate.consume('check'));
    },
  });
  const rate = new RateLimiterRedis({
    storeClient: link.redis,
    keyPrefix: `${prefix}:rate`,
    points: limits.uploadsPerMinute,
    duration: 60,
  });

  return {
    takePlace: async (client) => {
      const place = await here.takePlace(client);
      if (place.kind !== 'taken') return place;
      const lease = randomUUID();
      leases.set(lease, client);
      const leave = () => {
        leases.delete(lease);
        place.leave();
        void link
          .ask((redis) => free(redis, new Map([[lease, client]])))
          .then((isFree) => {
            if (isFree === null) keepEnded(lease, client);
          });
      };
      const { uploadsAtOnce, uploadsAtOncePerClient } = limits;
      const asked = await link.ask((redis) =>
        redis.eval(
          takeScript,
          2,
          allKey,
          keyOf(client),
          lease,
          leaseSeconds,
          uploadsAtOnce,
          uploadsAtOncePerClient,
        ),
      );
      const kind = kindOf(asked);
      if (kind === 'taken') return { kind, leave };
      // From Redis too: a check may have renewed it meanwhile.
      leave();
      return { kind };
    },
    countUpload: async (client) => {
      const alone = await here.countUpload(client);
      const asked = await link.ask(async () => ({ wait: await waitOf(rate.consume(client)) }));
      return asked === null ? alone : asked.wait;
    },
    known: link.known,
    close: link.close,
  };
}

/** Where Redis was not asked, the place that was taken here is enough. */
function kindOf(asked: unknown): Place['kind'] {
  return asked === 'client-full' || asked === 'full' ? asked : 'taken';
}

/** Sorted sets of leases by the second in which they end; Redis' own clock, for machines differ. */
const takeScript = `
local now = tonumber(redis.call('TIME')[1])
for _, key in ipairs(KEYS) do redis.call('ZREMRANGEBYSCORE', key, '-inf', now) end
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[4]) then return 'client-full' end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 'full' end
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, now + ARGV[2], ARGV[1])
  redis.call('EXPIRE', key, ARGV[2])
end
return 'taken'`;

/** The first key is that of all; those of the clients follow, in the order of the leases. */
const leaveScript = `
for at = 2, #KEYS do
  for _, key in ipairs({ KEYS[1], KEYS[at] }) do redis.call('ZREM', key, ARGV[at - 1]) end
end`;

/** The keys as above. */
const renewScript = `
local ends = redis.call('TIME')[1] + ARGV[1]
for at = 2, #KEYS do
  for _, key in ipairs({ KEYS[1], KEYS[at] }) do
    redis.call('ZADD', key, ends, ARGV[at])
    redis.call('EXPIRE', key, ARGV[1])
  end
end`;
