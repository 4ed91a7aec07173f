/** Several senders that share their limits in Redis or Valkey hold one client to one limit. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { balancers, type StartBalancer } from '../../test/balancers.ts';
import { type At, ask, openUpload, testConfig, tokenOf, upload } from '../../test/hosted-client.ts';
import {
  configFile,
  ensureProgram,
  type HostedProcess,
  startProcess,
  startProcessWith,
} from '../../test/hosted-processes.ts';
import { answerAfter, envelopeFor, rawTarget } from '../../test/raw-target.ts';
import { freePort, hasRedis, redisForTest } from '../../test/redis-for-test.ts';
import { packageRoot } from '../package-root.ts';

beforeAll(ensureProgram, 180_000);

const okTarget = () => rawTarget(answerAfter('hello', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));

function configWith(limits: Readonly<Record<string, unknown>>): string {
  return configFile({ ...testConfig, trustedProxies: 1, limits });
}

async function senders(limits: Readonly<Record<string, unknown>>, startBalancer: StartBalancer) {
  const file = configWith(limits);
  const processes = await Promise.all([1, 2].map(() => startProcess(file)));
  return { processes, at: await startBalancer(processes.map(({ port }) => port)) };
}

/** What came of an upload of five bytes: the last event's type, or why it was refused. */
async function outcomeAt(at: At, token?: string): Promise<string> {
  const target = await okTarget();
  const headers = { 'X-Playground-Token': token ?? (await tokenOf(at)) };
  const { status, text, events } = await upload(at, envelopeFor(target.port, 'hello'), 'hello', headers);
  return status === 200 ? (events.at(-1)?.type ?? 'nothing') : JSON.parse(text).code;
}

/** With one token: else a balancer that takes turns gives the tokens to one sender and the uploads to the other. */
async function outcomesAt(at: At, count: number): Promise<readonly string[]> {
  const token = await tokenOf(at);
  const outcomes: string[] = [];
  for (let left = count; left > 0; left -= 1) outcomes.push(await outcomeAt(at, token));
  return outcomes;
}

const linesOf = ({ errors }: HostedProcess, key: string) =>
  errors()
    .split('\n')
    .filter((line) => line.startsWith(`{"${key}"`));

async function operationsOf(process: HostedProcess, path: string): Promise<string> {
  return (await ask(await process.operationsPort(), path)).text;
}

const passed = (count: number) => Array<string>(count).fill('end');

describe.runIf(hasRedis).each(balancers)('with %s in front', (_, startBalancer) => {
  test('one client has one rate, whichever process it comes to', async () => {
    const { url } = await redisForTest();
    const { at, processes } = await senders({ redis: url, uploadsPerMinute: 5 }, startBalancer);
    expect(await outcomesAt(at, 8)).toEqual([...passed(5), ...Array(3).fill('too-many-uploads')]);
    for (const each of processes) await expect.poll(() => linesOf(each, 'upload')).not.toEqual([]);
  });

  test('one client has one number of uploads at once, and gets a place again when one is through', async () => {
    const { url } = await redisForTest();
    const { at } = await senders({ redis: url, uploadsAtOncePerClient: 3 }, startBalancer);
    const target = await okTarget();
    const open = await Promise.all([1, 2, 3].map(() => openUpload(at, envelopeFor(target.port, 'hello'))));
    // Else a fourth could take the place of one of them.
    await expect.poll(() => target.connections()).toBe(3);
    expect(await outcomeAt(at)).toBe('too-many-at-once');
    for (const { sending } of open) sending.destroy();
    await expect.poll(() => outcomeAt(at)).toBe('end');
  });

  test('Redis dies and comes back: no upload is lost, it is said once, and then the limit is one again', async () => {
    const redis = await redisForTest();
    const { at, processes } = await senders({ redis: redis.url, uploadsPerMinute: 12 }, startBalancer);
    const target = await okTarget();
    const running = await openUpload(at, envelopeFor(target.port, 'hello'));
    await expect.poll(() => target.received().length).toBeGreaterThan(0);
    await redis.kill();
    // While it is down, and while that is being found out.
    expect(await outcomesAt(at, 6)).toEqual(passed(6));
    running.sending.end('hello');
    expect((await running.reply).events.at(-1)).toMatchObject({ type: 'end' });
    for (const each of processes) {
      await expect.poll(() => linesOf(each, 'limits')).toHaveLength(2);
      expect(linesOf(each, 'limits')[1]).toMatch(/^\{"limits":"alone","redis":"[A-Za-z]+"\}$/);
      expect(await operationsOf(each, '/readyz')).toMatch(
        /^ok\nlimits: counted in this process alone \(Redis/,
      );
      const metrics = await operationsOf(each, '/metrics');
      expect(metrics).toContain('\nplayground_limits_shared 0\n');
      expect(metrics).toContain('\nplayground_limits_fallbacks_total 1\n');
    }
    await redis.start();
    for (const each of processes) {
      await expect.poll(() => linesOf(each, 'limits').at(-1)).toBe('{"limits":"shared"}');
      expect(await operationsOf(each, '/readyz')).toBe('ok\nlimits: shared');
      expect(await operationsOf(each, '/metrics')).toContain('\nplayground_limits_shared 1\n');
    }
    expect(await outcomesAt(at, 14)).toEqual([...passed(12), 'too-many-uploads', 'too-many-uploads']);
  });
});

test('without Redis at the start it serves, says so once, and nothing of it to the public', async () => {
  const started = await startProcess(configWith({ redis: 'redis://user:s3cret@127.0.0.1:1/0' }));
  expect(linesOf(started, 'limits')).toEqual(['{"limits":"alone","redis":"ECONNREFUSED"}']);
  expect(await outcomeAt(started.port)).toBe('end');
  expect((await ask(started.port, '/healthz')).text).toBe('ok');
  started.child.kill('SIGTERM');
  expect(await started.ended).toEqual({ status: 0, signal: null });
  expect(started.errors()).not.toContain('s3cret');
});

test.runIf(hasRedis)('rediss is by TLS, with the authorities that Node trusts and no others', async () => {
  const fixture = (name: string) => join(packageRoot, 'src', 'test', 'fixtures', 'tls', name);
  const port = await freePort();
  await redisForTest(
    ...['--tls-port', `${port}`, '--tls-auth-clients', 'no', '--requirepass', 's3cret'],
    ...['--tls-cert-file', fixture('good-cert.pem'), '--tls-key-file', fixture('leaf-key.pem')],
  );
  const file = configWith({});
  const address = { PLAYGROUND_REDIS: `rediss://:s3cret@127.0.0.1:${port}` };
  const trusting = { ...address, NODE_EXTRA_CA_CERTS: fixture('authority-cert.pem') };
  expect(linesOf(await startProcessWith(trusting, file), 'limits')).toEqual(['{"limits":"shared"}']);
  expect(linesOf(await startProcessWith(address, file), 'limits')).toEqual([
    '{"limits":"alone","redis":"UNABLE_TO_VERIFY_LEAF_SIGNATURE"}',
  ]);
});
