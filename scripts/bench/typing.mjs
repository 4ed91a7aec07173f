/** Typing in Chromium: frames, and how long the preview takes to follow, in a small and in a large document. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { root } from '../lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from '../lib/find-browser.mjs';
import { accountXml } from './account-xml.mjs';
import { median, ms, quantile } from './timing.mjs';

const keystrokes = 30;
const documents = [
  { name: '2 kB', size: 2048 },
  { name: '1 MiB', size: 1024 * 1024 },
];

export async function benchTyping() {
  const serve = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js'), 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserFlags });
  try {
    const [url] = await once(createInterface({ input: serve.stdout }), 'line');
    console.log(
      `Typing, Chromium ${browser.version()}, ${keystrokes} keystrokes in genericMediaUploadMultipartData`,
    );
    for (const { name, size } of documents) {
      const { frames, tasks, follows, list } = await typeIn(
        browser,
        String(url),
        accountXml(size).replace('CURSOR', ''),
      );
      console.log(
        `  ${name}: longest frame ${ms(Math.max(...frames))} (95 % under ${ms(quantile(frames, 0.95))}), ` +
          `tasks over 50 ms ${tasks.length}${tasks.length > 0 ? `, the longest ${ms(Math.max(...tasks))}` : ''}, ` +
          `preview follows in ${ms(median(follows))}, completion list in ${ms(list)}`,
      );
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
 * @returns {Promise<{ frames: number[], tasks: number[], follows: number[], list: number }>} milliseconds
 */
async function typeIn(browser, url, xml) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open/ }).click();
  await (await chooser).setFiles({ name: 'account.xml', mimeType: 'text/xml', buffer: Buffer.from(xml) });
  const body = page.getByLabel('Request body');
  await body.getByText('name=text').waitFor();
  await page.getByRole('textbox', { name: 'Account XML' }).focus();
  // Behind `text=` on its line: line 11 of the document.
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < 11; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let column = 0; column < 'text='.length; column += 1) await page.keyboard.press('ArrowRight');
  await page.evaluate(watch);
  const follows = [];
  for (let count = 1; count <= keystrokes; count += 1) {
    const began = await page.evaluate(() => performance.now());
    await page.keyboard.press('q');
    follows.push(await page.evaluate(awaitText, { text: 'q'.repeat(count), began }));
  }
  const { frames, tasks } = await page.evaluate(() => Reflect.get(window, 'watched'));
  const began = await page.evaluate(() => performance.now());
  await page.keyboard.press('%');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  const list = await page.evaluate((start) => performance.now() - start, began);
  await context.close();
  return { frames, tasks, follows, list };
}

/** Runs in the page: notes the length of every frame and every long task from now on. */
function watch() {
  /** @type {{ frames: number[], tasks: number[] }} */
  const watched = { frames: [], tasks: [] };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.tasks.push(entry.duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const next = (/** @type {number} */ now) => {
    watched.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/**
 * Runs in the page: milliseconds until the body shows the text.
 *
 * @param {{ text: string, began: number }} what
 * @returns {Promise<number>}
 */
function awaitText({ text, began }) {
  const shown = () =>
    document.querySelector('[aria-label="Request body"]')?.textContent?.includes(text) ?? false;
  return new Promise((resolve) => {
    const look = () => (shown() ? resolve(performance.now() - began) : requestAnimationFrame(look));
    look();
  });
}
