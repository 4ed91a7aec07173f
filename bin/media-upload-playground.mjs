#!/usr/bin/env node
/**
 * Starts the program in dist. In a checkout of the repository it first installs and builds
 * what is missing or older than the sources; as an installed package there is no `src`, and
 * dist was shipped.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  if (existsSync(join(root, 'src'))) {
    const { ensureBuilt } = await import('../scripts/lib/ensure-built.mjs');
    await ensureBuilt();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(70); // EX_SOFTWARE: none of the program's own statuses
}
// `npm run cli` starts in the repository; file names are meant from where the person is.
const { npm_lifecycle_event: script, INIT_CWD: from } = process.env;
if (script === 'cli' && from) process.chdir(from);
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
