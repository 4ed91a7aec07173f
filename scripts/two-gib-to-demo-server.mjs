/**
 * By hand, not in `npm test`: a file of one byte more than 2 GiB from the page in Chromium to the demo server. The
 * verdict succeeds, What arrived says its size and that it was not kept, and neither page nor server holds it.
 *
 *   node scripts/two-gib-to-demo-server.mjs [BYTES]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { ensureBuilt, root } from './lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from './lib/find-browser.mjs';

const bytes = Number(process.argv[2] ?? 2 ** 31 + 1);
/** MiB of the server beside what it had before. */
const mostMemory = 200;
/** Milliseconds of the page's own thread in one go. */
const longestTask = 1000;

await ensureBuilt();
const browserPath = await findOrFetchBrowser();
const folder = mkdtempSync(join(tmpdir(), 'two-gib-'));
const media = join(folder, 'holiday.mp4');
const serve = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js'), 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
try {
  const [url] = await once(createInterface({ input: serve.stdout }), 'line');
  await writeMedia();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(600_000);
  await page.addInitScript(recordLongTasks);
  await page.goto(String(url));
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const atRest = peakMemory();
  await page.getByLabel('Media file', { exact: true }).setInputFiles(media);
  await page.getByLabel('Request body', { exact: true }).filter({ hasText: 'holiday.mp4' }).waitFor();
  await page.evaluate(() => Reflect.get(window, 'longTasks').splice(0));
  const began = performance.now();
  await page.getByRole('button', { name: 'Send test upload' }).first().click();
  const verdict = page.getByRole('status').filter({ hasText: /^Upload (succeeded|failed)/ });
  await verdict.waitFor();
  const seconds = (performance.now() - began) / 1000;
  const arrived = page.getByRole('region', { name: 'What arrived', exact: true });
  await arrived
    .getByText(/^Not kept/)
    .first()
    .waitFor();
  const size = bytes.toLocaleString('en').replaceAll(',', ' ');
  // Thousands are set apart by narrow spaces.
  const said = (await arrived.textContent())?.replaceAll(/\s/g, ' ') ?? '';
  const memory = peakMemory() - atRest;
  const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks'));
  const longest = Math.round(Math.max(0, ...tasks));
  const holds = {
    [`verdict: ${(await verdict.textContent())?.slice(0, 16)}`]:
      (await verdict.textContent())?.startsWith('Upload succeeded') === true,
    [`What arrived: ${size} bytes`]: said.includes(`${size} bytes`),
    'What arrived: not kept, larger than 64 MiB': said.includes('Not kept: larger than 64 MiB'),
    [`server: ${memory} MiB more at its peak`]: memory < mostMemory,
    [`page: longest task ${longest} ms`]: longest < longestTask,
  };
  console.log(
    `${size} bytes from Chromium ${browser.version()} to the demo server in ${seconds.toFixed(1)} s`,
  );
  for (const [what, isSo] of Object.entries(holds)) console.log(`  ${isSo ? 'ok ' : 'NOT'} ${what}`);
  if (Object.values(holds).includes(false)) process.exitCode = 1;
} finally {
  await browser.close();
  serve.kill('SIGTERM');
  rmSync(folder, { recursive: true });
}

/** An MP4 by its first bytes, then a hole that takes no room. */
async function writeMedia() {
  const handle = await open(media, 'w');
  await handle.write(Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'));
  await handle.truncate(bytes);
  await handle.close();
}

/** The most that the server has had resident, in MiB (Linux). */
function peakMemory() {
  const status = readFileSync(`/proc/${serve.pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Runs in the page. */
function recordLongTasks() {
  /** @type {number[]} */
  const tasks = [];
  Object.defineProperty(window, 'longTasks', { value: tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}
