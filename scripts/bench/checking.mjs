/** Typing a description beside a check of a server: without one, while it runs, and with its results on the page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { root } from '../lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from '../lib/find-browser.mjs';
import { median, ms, quantile } from './timing.mjs';

const keystrokes = 40;

export async function benchChecking() {
  const serve = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js'), 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserFlags });
  try {
    const [url] = await once(createInterface({ input: serve.stdout }), 'line');
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    await page.addInitScript(watch);
    await page.goto(String(url));
    await page.locator('.monaco-editor .view-line').first().waitFor();
    console.log(`Typing a description beside a check of a server, ${keystrokes} keystrokes`);
    console.log(`  without one: ${await typeIn(page)}`);
    await page.getByRole('button', { name: 'Check server', exact: true }).click();
    const check = page.getByRole('region', { name: 'Check server', exact: true });
    const start = check.getByRole('button', { name: 'Start the check' });
    await start.and(page.locator(':enabled')).waitFor();
    await start.click();
    await check.getByText('Running').waitFor();
    console.log(`  while it runs: ${await typeIn(page)}`);
    const ended = check.getByRole('button', { name: 'New check' });
    if (await ended.isVisible()) console.log('  (it had ended before the typing had)');
    await ended.waitFor();
    const rows = await check.locator('tr[data-outcome]').count();
    console.log(`  with ${rows} results: ${await typeIn(page)}`);
  } finally {
    await browser.close();
    serve.kill('SIGTERM');
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<string>}
 */
async function typeIn(page) {
  const field = page.getByRole('textbox', { name: 'description', exact: true });
  await field.fill('');
  await field.focus();
  await page.evaluate(() => Reflect.get(window, 'longTasks').splice(0));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const began = await workOf(session);
  const follows = [];
  for (let count = 1; count <= keystrokes; count += 1) {
    await page.evaluate(expectText, 'q'.repeat(count));
    await page.keyboard.press('q');
    follows.push(await page.evaluate(() => Reflect.get(window, 'shown')()));
  }
  const work = ((await workOf(session)) - began) / keystrokes;
  await session.detach();
  /** @type {number[]} */
  const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks').splice(0));
  const blocked = tasks.length === 0 ? 'no task over 50 ms' : `tasks over 50 ms ${tasks.map(ms).join(', ')}`;
  return `the preview follows in ${ms(median(follows))}, 95 % under ${ms(quantile(follows, 0.95))}; ${ms(work)} of the page's own work a key; ${blocked}`;
}

/**
 * Milliseconds of processor time of the page's thread: told apart from those of a busy machine.
 *
 * @param {import('@playwright/test').CDPSession} session
 */
async function workOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** Runs in the page. */
function watch() {
  /** @type {number[]} */
  const tasks = [];
  Object.defineProperty(window, 'longTasks', { value: tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/**
 * Runs in the page: from the next key press on looks in every frame whether the body holds the text.
 *
 * @param {string} text
 */
function expectText(text) {
  /** @type {Promise<number>} */
  const shown = new Promise((resolve) => {
    const onKey = (/** @type {KeyboardEvent} */ { timeStamp }) => {
      const look = () => {
        const body = document.querySelector('[aria-label="Request body"]');
        if (body?.textContent?.includes(text)) resolve(performance.now() - timeStamp);
        else requestAnimationFrame(look);
      };
      look();
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
  Object.assign(window, { shown: () => shown });
}
