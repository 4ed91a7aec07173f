/** A playground for many, under a name of this machine that is none of its own. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { program, type Served } from './serve.ts';

/** `settings`: of its configuration, beside those that every one needs. */
export async function startHosted(settings: Readonly<Record<string, unknown>>): Promise<Served> {
  // The port is part of the origin, which has to be configured.
  const port = await freePort();
  // Browsers look for such names on this machine.
  const origin = `http://play.localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'hosted-'));
  const config = join(folder, 'hosted.json');
  const token = { secrets: [randomBytes(32).toString('hex')] };
  writeFileSync(config, JSON.stringify({ listen: { port }, origins: [origin], token, ...settings }));
  const child = spawn(process.execPath, [program, 'serve', '--hosted', '--config', config], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(([status]) => {
      throw new Error(`serve --hosted ended with status ${status}`);
    }),
  ]);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `${origin}/`, process: child, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
