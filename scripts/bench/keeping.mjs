/** Keeping an upload in the history: what it takes of the page's own thread, beside the same upload that is not kept. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { root } from '../lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from '../lib/find-browser.mjs';
import { accountXml } from './account-xml.mjs';
import { median, ms } from './timing.mjs';

const rounds = 5;
const documents = [
  { name: '2 kB', size: 2048 },
  { name: '1 MiB', size: 1024 * 1024 - 1024 },
];

export async function benchKeeping() {
  const serve = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js'), 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserFlags });
  try {
    const [url] = await once(createInterface({ input: serve.stdout }), 'line');
    console.log('An upload and its entry in the history: longest task after the reply, the page’s own work');
    for (const { name, size } of documents) {
      const xml = accountXml(size)
        .replace('CURSOR', '')
        .replace('https://media.riverside.example/v1/upload?', `${url}demo/upload?`);
      for (const keeps of [false, true]) {
        const { tasks, work } = await sendIn(browser, String(url), xml, keeps);
        console.log(
          `  ${name}, ${keeps ? 'kept' : 'not kept'}: longest task ${ms(median(tasks))}; ${ms(median(work))} in all`,
        );
      }
    }
  } finally {
    await browser.close();
    serve.kill('SIGTERM');
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {string} xml
 * @param {boolean} keeps
 */
async function sendIn(browser, url, xml, keeps) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript((isKept) => {
    localStorage.setItem('media-upload-playground.history', isKept ? 'without passwords' : 'off');
    /** @type {number[]} */
    const tasks = [];
    Object.defineProperty(window, 'longTasks', { value: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  }, keeps);
  await page.goto(url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.locator('[aria-roledescription="editor"]').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => navigator.clipboard.writeText(text), xml);
  await page.keyboard.press('ControlOrMeta+V');
  await page.getByLabel('Request URL', { exact: true }).filter({ hasText: '?from=4201' }).waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const tasks = [];
  const work = [];
  for (let round = -1; round < rounds; round += 1) {
    await page.waitForTimeout(500);
    const began = await workOf(session);
    await page.evaluate(() => Reflect.get(window, 'longTasks').splice(0));
    await page.getByRole('button', { name: 'Send test upload' }).first().click();
    await page
      .getByRole('status')
      .filter({ hasText: /^Upload (succeeded|failed)/ })
      .waitFor();
    await page.waitForTimeout(1500);
    if (round < 0) continue;
    work.push((await workOf(session)) - began);
    tasks.push(Math.max(0, ...(await page.evaluate(() => Reflect.get(window, 'longTasks')))));
  }
  await context.close();
  return { tasks, work };
}

/** @param {import('@playwright/test').CDPSession} session */
async function workOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
