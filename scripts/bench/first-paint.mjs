/** First paint in Chromium: the playground beside a bare React page with a lazy Monaco, taking turns. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import sirv from 'sirv';
import { build } from 'vite';
import { root } from '../lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from '../lib/find-browser.mjs';
import { median, ms } from './timing.mjs';

const rounds = 9;
const conditions = [
  { name: 'unthrottled', cpu: 1, megabits: null },
  { name: 'a quarter of the CPU and 9 Mbit/s', cpu: 4, megabits: 9 },
];

/** @returns {Promise<readonly string[]>} the files that one visit of the playground loads */
export async function benchFirstPaint() {
  const serve = spawn(process.execPath, [join(root, 'dist', 'server', 'main.js'), 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const bare = await serveBarePage();
  const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserFlags });
  try {
    const [url] = await once(createInterface({ input: serve.stdout }), 'line');
    const sides = { playground: String(url), bare: bare.url };
    console.log(`First paint, Chromium ${browser.version()}, median of ${rounds} cold visits, taking turns`);
    for (const condition of conditions) {
      /** @type {Record<keyof typeof sides, Visit[]>} */
      const visits = { playground: [], bare: [] };
      for (let round = -1; round < rounds; round += 1)
        for (const side of /** @type {const} */ (['playground', 'bare'])) {
          const seen = await visit(browser, sides[side], condition);
          if (round >= 0) visits[side].push(seen);
        }
      const of = (/** @type {keyof typeof sides} */ side, /** @type {keyof Visit} */ key) =>
        ms(median(visits[side].map((seen) => seen[key])));
      console.log(`  ${condition.name}`);
      console.log(
        `    playground:      first paint ${of('playground', 'paint')}, request readable ${of('playground', 'readable')}, editor ${of('playground', 'editor')}`,
      );
      console.log(`    bare React page: first paint ${of('bare', 'paint')}, editor ${of('bare', 'editor')}`);
    }
    return await loadedFiles(browser, sides.playground);
  } finally {
    await browser.close();
    bare.close();
    serve.kill('SIGTERM');
  }
}

/** @typedef {{ paint: number, readable: number, editor: number }} Visit milliseconds since navigation */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {typeof conditions[number]} condition
 * @returns {Promise<Visit>}
 */
async function visit(browser, url, { cpu, megabits }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  if (megabits !== null) {
    const bytes = (megabits * 1e6) / 8;
    const throughput = { downloadThroughput: bytes, uploadThroughput: bytes };
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, ...throughput });
  }
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.addInitScript(() => {
    const seen = { readable: Number.NaN, editor: Number.NaN };
    Object.assign(window, { seen });
    const look = () => {
      const url = document.querySelector('[aria-label="Request URL"]');
      if (Number.isNaN(seen.readable) && url?.textContent?.includes('http'))
        seen.readable = performance.now();
      if (document.querySelector('[aria-roledescription="editor"]')) seen.editor = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.locator('[aria-roledescription="editor"]').waitFor({ state: 'attached', timeout: 60_000 });
  const result = await page.evaluate(() => ({
    .../** @type {any} */ (window).seen,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
  await context.close();
  return result;
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
async function loadedFiles(browser, url) {
  const page = await browser.newPage();
  /** @type {Set<string>} */
  const files = new Set();
  page.on('response', (response) => {
    const { protocol, pathname } = new URL(response.url());
    if (/^http/.test(protocol) && /\.[a-z0-9]+$/.test(pathname)) files.add(pathname.slice(1));
  });
  await page.goto(url);
  await page.locator('[aria-roledescription="editor"]').waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.close();
  return [...files];
}

/** Built by the same tool and served by the same file server, compressed beforehand. */
async function serveBarePage() {
  const outDir = mkdtempSync(join(tmpdir(), 'bare-monaco-'));
  await build({
    configFile: false,
    root: join(root, 'scripts', 'bench', 'bare-monaco'),
    logLevel: 'silent',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
  for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html)$/.test(file)) continue;
    const path = join(outDir, file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
  }
  const files = sirv(outDir, { brotli: true });
  const server = createServer((request, response) => files(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
