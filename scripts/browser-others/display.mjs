/** A display without a screen (Xvfb picks its number), and a window manager on it. */
import { once } from 'node:events';
import { startChild } from './child.mjs';

/**
 * @param {string} xvfb
 * @param {string} openbox
 */
export async function startDisplay(xvfb, openbox) {
  const server = startChild(xvfb, ['-displayfd', '3', '-screen', '0', '2000x1300x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = server.child.stdio[3];
  if (!number) throw new Error('Xvfb was started without a pipe.');
  const failed = Promise.race([once(server.child, 'exit'), once(server.child, 'error')]).then(() => {
    throw new Error('Xvfb did not start.');
  });
  failed.catch(() => {}); // it ends once, at the latest when it is told to
  const [line] = await Promise.race([once(number, 'data'), failed]);
  const name = `:${String(line).trim()}`;
  const manager = startChild(openbox, ['--sm-disable'], { env: { ...process.env, DISPLAY: name } });
  return {
    name,
    async end() {
      await manager.end();
      await server.end();
    },
  };
}
