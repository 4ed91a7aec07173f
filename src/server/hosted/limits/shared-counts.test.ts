import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveForTest } from '../../../test/raw-client.ts';
import { rawTarget } from '../../../test/raw-target.ts';
import { freePort, hasRedis, type RedisForTest, redisForTest } from '../../../test/redis-for-test.ts';
import type { Place } from './counts.ts';
import { createSharedCounts, type SharedCountsOptions } from './shared-counts.ts';

const wide = { uploadsPerMinute: 100, uploadsAtOnce: 100, uploadsAtOncePerClient: 100 };

/** As a process of its own would count; what was told of Redis, oldest first. */
async function countsAt(url: string, limits = {}, options: Partial<SharedCountsOptions> = {}) {
  const told: (string | null)[] = [];
  const counts = createSharedCounts({
    url,
    limits: { ...wide, ...limits },
    onChange: (reason) => void told.push(reason),
    pace: { whileThere: 200, whileGone: 50 },
    ...options,
  });
  onTestFinished(counts.close);
  await counts.known;
  return { ...counts, told };
}

const leave = (place: Place) => void (place.kind === 'taken' && place.leave());
const runningIn = (redis: RedisForTest) => redis.ask('ZCARD', 'playground:running');

/** Milliseconds: less than anybody waits for Redis, on a busy machine as well. */
const noWait = 400;

/** Milliseconds that `work` took. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe.runIf(hasRedis)('with Redis', () => {
  test('what one process lets in counts for all', async () => {
    const { url } = await redisForTest();
    const one = await countsAt(url, { uploadsPerMinute: 3 });
    const other = await countsAt(url, { uploadsPerMinute: 3 });
    expect(await one.countUpload('a')).toBeNull();
    expect(await other.countUpload('a')).toBeNull();
    expect(await one.countUpload('a')).toBeNull();
    for (const { countUpload } of [one, other]) {
      const wait = (await countUpload('a')) ?? 0;
      expect(wait).toBeGreaterThan(50_000);
      expect(wait).toBeLessThanOrEqual(60_000);
      expect(await countUpload('b')).toBeNull();
    }
    expect(one.told).toEqual([null]);
  });

  test('places are those of all processes, of a client and of all clients', async () => {
    const redis = await redisForTest();
    const limits = { uploadsAtOncePerClient: 2, uploadsAtOnce: 3 };
    const [one, other] = [await countsAt(redis.url, limits), await countsAt(redis.url, limits)];
    const first = await one.takePlace('a');
    const second = await other.takePlace('a');
    expect([first.kind, second.kind]).toEqual(['taken', 'taken']);
    expect((await one.takePlace('a')).kind).toBe('client-full');
    expect((await other.takePlace('a')).kind).toBe('client-full');
    const third = await one.takePlace('b');
    expect((await other.takePlace('c')).kind).toBe('full');
    leave(first);
    await expect.poll(() => runningIn(redis)).toBe(2);
    expect((await other.takePlace('c')).kind).toBe('taken');
    for (const place of [second, third]) leave(place);
    await expect.poll(() => runningIn(redis)).toBe(1);
  });

  test('of places asked for in one moment by several, no more are given than there are', async () => {
    const { url } = await redisForTest();
    const several = await Promise.all([1, 2, 3].map(() => countsAt(url, { uploadsAtOnce: 5 })));
    const asked = several.flatMap(({ takePlace }) => Array.from('abcdef', (client) => takePlace(client)));
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'taken')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'full')).toHaveLength(13);
  });

  test('the places of a process that died are free again; those of one that lives are kept', async () => {
    const redis = await redisForTest();
    const limits = { uploadsAtOncePerClient: 2 };
    const living = await countsAt(redis.url, limits, { leaseSeconds: 3 });
    const dying = await countsAt(redis.url, limits, { leaseSeconds: 3 });
    await living.takePlace('a');
    await dying.takePlace('a');
    expect((await living.takePlace('a')).kind).toBe('client-full');
    // As a process ends that is killed: nothing is said to Redis any more.
    dying.close();
    await expect.poll(async () => (await living.takePlace('a')).kind).toBe('taken');
    expect((await living.takePlace('a')).kind).toBe('client-full');
  });

  test('nothing is left in Redis by those who are through', async () => {
    const redis = await redisForTest();
    const { takePlace } = await countsAt(redis.url);
    const places = await Promise.all(Array.from({ length: 50 }, (_, index) => takePlace(`client-${index}`)));
    expect(await runningIn(redis)).toBe(50);
    places.forEach(leave);
    await expect.poll(() => redis.ask('KEYS', 'playground:running*')).toEqual([]);
  });

  test('Redis dies and comes back empty: counted alone meanwhile, nobody waits, and it learns what runs', async () => {
    const redis = await redisForTest();
    const limits = { uploadsAtOncePerClient: 2, uploadsPerMinute: 10 };
    const [one, other] = [await countsAt(redis.url, limits), await countsAt(redis.url, limits)];
    await one.takePlace('a');
    await redis.kill();
    await expect.poll(() => one.told).toHaveLength(2);
    // Alone: its own two places, its own ten of a minute.
    expect(await timeOf(() => one.takePlace('a'))).toBeLessThan(noWait);
    expect((await one.takePlace('a')).kind).toBe('client-full');
    for (let count = 0; count < 10; count += 1) expect(await one.countUpload('b')).toBeNull();
    expect(await one.countUpload('b')).toBeGreaterThan(50_000);
    await redis.start();
    await expect.poll(() => [one.told.length, other.told.length]).toEqual([3, 3]);
    expect(one.told).toEqual([null, expect.stringMatching(/^(?:closed|E[A-Z]+)$/), null]);
    // The other process knows of both uploads that run.
    expect((await other.takePlace('a')).kind).toBe('client-full');
    await expect.poll(() => runningIn(redis)).toBe(2);
  });

  test('Redis stops answering: those who ask just then wait half a second, once, and nobody after them', async () => {
    const redis = await redisForTest();
    const { takePlace, countUpload, told } = await countsAt(redis.url);
    redis.freeze();
    const places: Place[] = [];
    const first = await timeOf(async () => {
      places.push(...(await Promise.all(Array.from('abcdef', takePlace))));
    });
    expect(first).toBeLessThan(2000);
    expect(await timeOf(() => countUpload('a'))).toBeLessThan(noWait);
    expect(told).toEqual([null, 'timed out']);
    redis.thaw();
    await expect.poll(() => told).toEqual([null, 'timed out', null]);
    // What was asked before it stopped was taken, late, and is one of ours.
    await expect.poll(() => runningIn(redis)).toBe(6);
    redis.freeze();
    await takePlace('g');
    places.forEach(leave);
    redis.thaw();
    // What ended meanwhile holds no place until its lease is over.
    await expect.poll(() => runningIn(redis)).toBe(1);
  });

  type Command = readonly [string, ...string[]];
  test.each<readonly [string, Command, Command]>([
    ['OOM', ['CONFIG', 'SET', 'maxmemory', '1'], ['CONFIG', 'SET', 'maxmemory', '0']],
    // What a primary becomes when another one takes its place.
    ['READONLY', ['REPLICAOF', '127.0.0.1', '1'], ['REPLICAOF', 'NO', 'ONE']],
  ])('Redis refuses to write (%s): said once, however often it is tried', async (code, on, off) => {
    const redis = await redisForTest();
    const { countUpload, told } = await countsAt(redis.url);
    await redis.ask(...on);
    expect(await countUpload('a')).toBeNull();
    const checks = async () => {
      const stats = String(await redis.ask('INFO', 'commandstats'));
      return Number(/cmdstat_eval:calls=(\d+)/.exec(stats)?.[1]);
    };
    const before = await checks();
    await expect.poll(checks).toBeGreaterThan(before + 5);
    expect(told).toEqual([null, code]);
    await redis.ask(...off);
    await expect.poll(() => told).toEqual([null, code, null]);
  });

  test('a wrong password is a reason, not a line with the password', async () => {
    const { port } = await redisForTest('--requirepass', 'the-right-one');
    const right = await countsAt(`redis://:the-right-one@127.0.0.1:${port}/3`);
    expect(right.told).toEqual([null]);
    const wrong = await countsAt(`redis://:the-wrong-one@127.0.0.1:${port}`);
    expect(wrong.told).toEqual([expect.stringMatching(/^(?:WRONGPASS|NOAUTH)$/)]);
    expect((await wrong.takePlace('a')).kind).toBe('taken');
  });

  test('a user with no other rights than the guide names is enough', async () => {
    const redis = await redisForTest();
    const guide = readFileSync(new URL('../../../../docs/hosting.md', import.meta.url), 'utf8');
    const rights = /`ACL SETUSER limits on >PASSWORD ([^`]+)`/.exec(guide)?.[1] ?? '';
    await redis.ask('ACL', 'SETUSER', 'limits', 'on', '>s3cret', ...rights.split(' '));
    const { told, takePlace, countUpload } = await countsAt(`redis://limits:s3cret@127.0.0.1:${redis.port}`);
    leave(await takePlace('a'));
    await countUpload('a');
    expect(told).toEqual([null]);
  });
});

test('no Redis at the start is known at once, and each process counts alone', async () => {
  const { told, takePlace, countUpload } = await countsAt(`redis://127.0.0.1:${await freePort()}`, {
    uploadsAtOnce: 1,
  });
  expect(told).toEqual(['ECONNREFUSED']);
  expect((await takePlace('a')).kind).toBe('taken');
  expect((await takePlace('b')).kind).toBe('full');
  expect(await countUpload('a')).toBeNull();
});

test('a port that takes the connection and is silent is found out within two seconds', async () => {
  const { port } = await rawTarget(() => {});
  const { told, takePlace } = await knownSoon(port);
  expect(told).toEqual(['timed out']);
  expect((await takePlace('a')).kind).toBe('taken');
});

test('a server that begins no TLS is found out within two seconds', async () => {
  const { port } = await rawTarget(() => {});
  const { told } = await knownSoon(port, 'rediss');
  expect(told).toEqual([expect.stringMatching(/^(?:ETIMEDOUT|timed out)$/)]);
});

test('a port where something else answers is found out within two seconds', async () => {
  const { told, takePlace } = await knownSoon(
    await serveForTest((_, response) => void response.end('hello')),
  );
  expect(told).toEqual([expect.any(String)]);
  expect((await takePlace('a')).kind).toBe('taken');
});

async function knownSoon(port: number, scheme = 'redis') {
  const began = performance.now();
  const counts = await countsAt(`${scheme}://127.0.0.1:${port}`);
  expect(performance.now() - began).toBeLessThan(2000);
  return counts;
}
