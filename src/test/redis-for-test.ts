/** Test support: a Redis or Valkey of its own, as Debian packages it, that can be ended, frozen and started anew. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, onTestFinished } from 'vitest';

const program = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);

/** Says so in the test's output where none is installed. */
export const hasRedis = program !== undefined;
if (!hasRedis) {
  console.warn('Neither redis-server nor valkey-server is installed here: shared limits are not tried.');
}

export interface RedisForTest {
  readonly url: string;
  readonly port: number;
  /** As a crash would: what it held is lost. */
  readonly kill: () => Promise<void>;
  /** On the same port, empty. */
  readonly start: () => Promise<void>;
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly ask: (...command: [string, ...string[]]) => Promise<unknown>;
}

/** Running, on a free port; ended with the test. `options` as on the command line. */
export async function redisForTest(...options: readonly string[]): Promise<RedisForTest> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const kill = async () => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };
  const start = async () => {
    const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...options];
    child = spawn(program ?? '', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await expect.poll(() => said).toMatch(/Ready to accept connections/);
  };
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    ask: async (...command) => {
      const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true });
      try {
        return await client.call(...command);
      } finally {
        client.disconnect();
      }
    },
  };
}

/** Nobody listens there, for now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
