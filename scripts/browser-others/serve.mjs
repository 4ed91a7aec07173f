/** The built playground, on a port of its own. */
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../lib/ensure-built.mjs';
import { startChild } from './child.mjs';

/** @returns {Promise<{ url: string, end: () => Promise<void> }>} */
export async function serve() {
  const program = join(root, 'dist', 'server', 'main.js');
  const { child, end } = startChild(process.execPath, [program, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('serve was started without a standard output.');
  const failed = once(child, 'exit').then(([status]) => {
    throw new Error(`serve ended with status ${status} before it said its address`);
  });
  failed.catch(() => {}); // it ends once, at the latest when it is told to
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), failed]);
  return { url: new URL(String(line)).href, end };
}
