/** `npm run browser [-- PLAYWRIGHT OPTIONS]`: builds where needed, finds a browser, runs the journeys of e2e. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureBuilt, ensureInstalled, root } from './lib/ensure-built.mjs';
import { findOrFetchBrowser } from './lib/find-browser.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  const browser = await findOrFetchBrowser();
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { status } = spawnSync(
    process.execPath,
    [cli, 'test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: browser },
    },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
