/** A full history: how soon its list opens, and what it takes of memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { root } from '../lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from '../lib/find-browser.mjs';
import { median, ms } from './timing.mjs';

const uploads = 500;
const replyCharacters = 64 * 1024;
const rounds = 7;

export async function benchHistory() {
  const serve = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js'), 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserFlags });
  try {
    const [url] = await once(createInterface({ input: serve.stdout }), 'line');
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(120_000);
    await page.goto(String(url));
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.getByRole('button', { name: 'Send test upload' }).first().click();
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await page.locator('[data-entry]').first().waitFor();
    await page.evaluate(fill, { uploads, replyCharacters });
    await page.reload();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await heapOf(session);
    const opened = [];
    const worked = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = await workOf(session);
      opened.push(await page.evaluate(openAndClose));
      worked.push((await workOf(session)) - began);
    }
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await page.locator('[data-entry]').first().waitFor();
    const taken = (await heapOf(session)) - before;
    console.log(
      `History of ${uploads} uploads with replies of 64 KiB, Chromium ${browser.version()}: the list is shown in ${ms(median(opened))}; opened and closed it is ${ms(median(worked))} of the page's own work (first ${ms(worked[0] ?? Number.NaN)}), ${(taken / 2 ** 20).toFixed(1)} MiB of script memory`,
    );
  } finally {
    await browser.close();
    serve.kill('SIGTERM');
  }
}

/** @param {import('@playwright/test').CDPSession} session */
async function heapOf(session) {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
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

/**
 * Runs in the page: as many uploads as the one that is there, each with a large reply.
 *
 * @param {{ uploads: number, replyCharacters: number }} how
 */
function fill({ uploads: count, replyCharacters: length }) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('media-upload-playground');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const stores = ['uploads', 'uploadDetails'];
      const transaction = request.result.transaction(stores, 'readwrite');
      const [list, details] = stores.map((store) => transaction.objectStore(store));
      const first = list?.openCursor();
      const read = details?.getAll();
      if (!first || !read || !list || !details) return;
      read.onsuccess = () => {
        const upload = first.result?.value;
        const [known] = read.result;
        for (let at = 1; at < count; at += 1) {
          const id = `bench-${at}`;
          list.put({ ...upload, id, at: upload.at - at * 60_000, name: at % 10 === 0 ? `Upload ${at}` : '' });
          const text = `${at} `.repeat(length).slice(0, length);
          const reply = { ...known.details.reply, body: { text, more: 0 }, bodyBytes: length };
          details.put({ id, details: { ...known.details, reply } });
        }
      };
      transaction.oncomplete = () => {
        request.result.close();
        resolve(undefined);
      };
    };
  });
}

/**
 * Runs in the page: milliseconds from the press until a frame shows the first rows.
 *
 * @returns {Promise<number>}
 */
async function openAndClose() {
  const button = Array.from(document.querySelectorAll('button')).find(
    ({ textContent }) => textContent === 'History',
  );
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const areShown = () => document.querySelectorAll('[data-entry]').length > 0;
  const began = performance.now();
  button?.click();
  while (!areShown()) await frame();
  // The frame that draws them, and the one after it.
  await frame();
  const took = performance.now() - began;
  button?.click();
  while (areShown()) await frame();
  return took;
}
