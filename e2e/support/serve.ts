/** The playground as its user starts it: `serve`, on a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** As built by `npm run browser`. */
export const program = join(root, 'dist', 'server', 'main.js');

export interface Served {
  /** Ends in a slash. */
  readonly url: string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** `authority`: a file of certificates that it trusts beside those of its system. */
export async function startPlayground(authority?: string): Promise<Served> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(authority && { NODE_EXTRA_CA_CERTS: authority }) },
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(([status]) => {
      throw new Error(`serve ended with status ${status} before it said its address`);
    }),
  ]);
  const url = new URL(String(line)).href;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, process: child, stop };
}
