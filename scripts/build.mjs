/** `npm run build`: makes dist from the sources, unless it is made from them already. */
import { ensureBuilt } from './lib/ensure-built.mjs';

try {
  const outcome = await ensureBuilt();
  console.log(outcome === 'fresh' ? 'dist is up to date.' : 'dist is built.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
