/** Takes docs/page.png, the picture of the README, from the real page after an upload. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { ensureBuilt, root } from './lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from './lib/find-browser.mjs';

await ensureBuilt();
const serve = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js'), 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserFlags });
try {
  const [url] = await once(createInterface({ input: serve.stdout }), 'line');
  const page = await browser.newPage({ viewport: { width: 1600, height: 940 }, colorScheme: 'light' });
  await page.goto(String(url));
  await page.locator('[aria-roledescription="editor"]').waitFor();
  await page.getByRole('button', { name: 'Send test upload' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: /^Upload succeeded/ })
    .waitFor();
  await page.getByText('RES-1').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  mkdirSync(join(root, 'docs'), { recursive: true });
  await page.screenshot({ path: join(root, 'docs', 'page.png'), animations: 'disabled' });
} finally {
  await browser.close();
  serve.kill('SIGTERM');
}
