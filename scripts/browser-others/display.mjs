/** A display without a screen (Xvfb picks its number), a window manager on it, and its pixels. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.mjs';

const size = '1960x1200x24';

/**
 * @param {string} xvfb
 * @param {string} openbox
 * @param {string} folder for the file that Xvfb keeps its pixels in
 */
export async function startDisplay(xvfb, openbox, folder) {
  const server = startChild(
    xvfb,
    ['-displayfd', '3', '-screen', '0', size, '-fbdir', folder, '-nocursor', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
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
    /** What the display shows: an X window dump. */
    pixels: () => readFileSync(join(folder, 'Xvfb_screen0')),
    async end() {
      await manager.end();
      await server.end();
    },
  };
}
