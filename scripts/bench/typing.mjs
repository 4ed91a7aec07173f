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
  // Room for what is typed: a longer document is not read (ACC-7).
  { name: '1 MiB', size: 1024 * 1024 - 1024 },
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
      const { typed, follows, listed, lists } = await typeIn(
        browser,
        String(url),
        accountXml(size).replace('CURSOR', ''),
      );
      console.log(`  ${name}: ${frameText(typed)}; the preview follows in ${ms(median(follows))}`);
      console.log(`    completion list in ${ms(median(lists))}; ${frameText(listed)}`);
    }
  } finally {
    await browser.close();
    serve.kill('SIGTERM');
  }
}

/** @param {Watched} watched */
function frameText({ frames, tasks }) {
  const long = frames.filter((frame) => frame > 50).length;
  const blocked = tasks.length === 0 ? 'no task over 50 ms' : `tasks over 50 ms ${tasks.map(ms).join(', ')}`;
  return `frames over 50 ms ${long} of ${frames.length}, the longest ${ms(Math.max(...frames))}, 99 % under ${ms(quantile(frames, 0.99))}, ${blocked}`;
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {string} xml
 * @returns {Promise<{ typed: Watched, follows: number[], listed: Watched, lists: number[] }>} milliseconds
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
    await page.evaluate(expectText, { selector: '[aria-label="Request body"]', text: 'q'.repeat(count) });
    await page.keyboard.press('q');
    follows.push(await page.evaluate(untilShown));
  }
  const typed = await page.evaluate(takeWatched);
  const lists = [];
  for (let count = 0; count < 5; count += 1) {
    await page.evaluate(expectText, { selector: '.suggest-widget .monaco-list-row', text: '%' });
    await page.keyboard.press('%');
    lists.push(await page.evaluate(untilShown));
    await page.keyboard.press('Escape');
    await page.locator('.suggest-widget .monaco-list-row').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Backspace');
  }
  const listed = await page.evaluate(takeWatched);
  await context.close();
  return { typed, follows, listed, lists };
}

/** @typedef {{ frames: number[], tasks: number[] }} Watched milliseconds */

/** Runs in the page: notes the length of every frame and every long task from now on. */
function watch() {
  /** @type {Watched} */
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
 * Runs in the page: gives what was noted so far and starts anew.
 *
 * @returns {Watched}
 */
function takeWatched() {
  const watched = Reflect.get(window, 'watched');
  return { frames: watched.frames.splice(0), tasks: watched.tasks.splice(0) };
}

/**
 * Runs in the page: from the next key press on looks in every frame whether an element holds the text.
 *
 * @param {{ selector: string, text: string }} what
 */
function expectText({ selector, text }) {
  /** @type {Promise<number>} */
  const shown = new Promise((resolve) => {
    const onKey = (/** @type {KeyboardEvent} */ { timeStamp }) => {
      const look = () => {
        const element = document.querySelector(selector);
        const isShown = element?.checkVisibility() && element.textContent?.includes(text);
        if (isShown) resolve(performance.now() - timeStamp);
        else requestAnimationFrame(look);
      };
      look();
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
  Object.assign(window, { shown: () => shown });
}

/**
 * Runs in the page: milliseconds from the key press until the text was there.
 *
 * @returns {Promise<number>}
 */
function untilShown() {
  return Reflect.get(window, 'shown')();
}
