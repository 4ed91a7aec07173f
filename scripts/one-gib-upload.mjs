/**
 * By hand, not in `npm test`: a file of 1 GiB from the page in Chromium through the proxy to a raw
 * TCP server. Compares the SHA-256 of what arrived with what the command line previews, and
 * watches the memory of the proxy's process.
 *
 *   node scripts/one-gib-upload.mjs [MEBIBYTES]
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { ensureBuilt, root } from './lib/ensure-built.mjs';
import { browserFlags, findOrFetchBrowser } from './lib/find-browser.mjs';

const mebibytes = Number(process.argv[2] ?? 1024);
const program = join(root, 'dist', 'server', 'main.js');
await ensureBuilt();
const browserPath = await findOrFetchBrowser();
const folder = mkdtempSync(join(tmpdir(), 'one-gib-'));
const media = join(folder, 'long clip.mp4');
const document = join(folder, 'account.xml');

const hash = createHash('sha256');
let received = 0;
let head = '';
const target = createServer((socket) => {
  let total = Number.NaN;
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    hash.update(chunk);
    received += chunk.length;
    if (Number.isNaN(total)) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end >= 0) total = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]);
    }
    if (received === total) {
      const body = '<response><media_url>https://media.example/1.mp4</media_url></response>';
      socket.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    }
  });
});

try {
  await writeMedia();
  target.listen(0, '127.0.0.1');
  await once(target, 'listening');
  const xml = `<account><genericMediaUploadUrl>http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (target.address()).port}/up</genericMediaUploadUrl><genericMediaUploadMultipartData>d=%description%&amp;file=%media_content%</genericMediaUploadMultipartData></account>`;
  writeFileSync(document, xml);

  const serve = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface({ input: serve.stdout }), 'line');
  const watch = watchMemory(serve.pid);
  const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(String(url));
  const editor = page.locator('[aria-roledescription="editor"]');
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((text) => navigator.clipboard.writeText(text), xml);
  await page.keyboard.press('ControlOrMeta+V');
  await page.getByLabel('Media file', { exact: true }).setInputFiles(media);
  await page.getByLabel('Request body', { exact: true }).filter({ hasText: 'long clip.mp4' }).waitFor();
  const description = await page.getByLabel('description', { exact: true }).inputValue();
  const headers = await page.getByLabel('Request headers', { exact: true }).textContent();
  const boundary = /boundary="([^"]+)"/.exec(headers ?? '')?.[1] ?? '';

  const atRest = watch.latest();
  const began = performance.now();
  await page.getByRole('button', { name: 'Send test upload' }).click();
  const verdict = page.getByRole('status').filter({ hasText: /^Upload/ });
  await verdict.waitFor({ timeout: 600_000 });
  const seconds = (performance.now() - began) / 1000;
  const verdictText = (await verdict.textContent())?.slice(0, 16);
  const peak = watch.stop();
  await browser.close();
  serve.kill('SIGTERM');
  await once(serve, 'exit');

  const sent = hash.digest('hex');
  const previewed = await hashOfPreview(['--boundary', boundary, '--param', `description=${description}`]);
  console.log(`${mebibytes} MiB from Chromium through the proxy to a raw TCP server`);
  console.log(`  verdict: ${verdictText}; ${received} bytes in ${seconds.toFixed(1)} s`);
  console.log(`  proxy, resident: ${atRest} MiB before, ${peak} MiB at most`);
  console.log(`  SHA-256 received:  ${sent}`);
  console.log(`  SHA-256 previewed: ${previewed}`);
  if (sent !== previewed || peak >= 150) throw new Error('The bytes differ, or the memory is not flat.');
} finally {
  target.close();
  rmSync(folder, { recursive: true });
}

/** An MP4 by its first bytes, then noise. */
async function writeMedia() {
  const handle = await open(media, 'w');
  const block = randomBytes(2 ** 20);
  block.write('\0\0\0\x20ftypisom', 0, 'latin1');
  for (let written = 0; written < mebibytes; written += 1) {
    await handle.write(block);
    block.writeUInt32BE(written, 64);
  }
  await handle.close();
}

/** Resident memory of a process in MiB, four times a second (Linux). */
function watchMemory(/** @type {number | undefined} */ pid) {
  const read = () =>
    Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, read());
  }, 250);
  return {
    latest: read,
    stop() {
      clearInterval(timer);
      return Math.max(peak, read());
    },
  };
}

/** What the command line previews for the same inputs, hashed as it streams. */
async function hashOfPreview(/** @type {readonly string[]} */ options) {
  const child = spawn(
    process.execPath,
    [program, 'preview', document, '--media', media, '--param', 'to=', ...options],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const previewHash = createHash('sha256');
  for await (const chunk of child.stdout) previewHash.update(chunk);
  return previewHash.digest('hex');
}
