/** How long `check` takes for thousands of small Account XMLs, and whether its memory stays flat. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib/ensure-built.mjs';
import { accountXml } from './account-xml.mjs';

const many = 10_000;
const sizes = [many / 10, many];

export async function benchCheck() {
  const folder = mkdtempSync(join(tmpdir(), 'playground-bench-'));
  try {
    for (const count of sizes) writeAccounts(join(folder, `${count}`), count);
    console.log(`check of Account XMLs of 2 kB, one in ten with a warning, by a glob`);
    for (const format of ['text', 'github', 'sarif', 'junit']) {
      for (const count of sizes) {
        const { seconds, peak } = await measure(join(folder, `${count}`), format);
        console.log(
          `  ${format.padEnd(6)} ${`${count}`.padStart(6)} files: ${seconds.toFixed(1)} s, at most ${peak} MiB resident`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {number} count */
function writeAccounts(folder, count) {
  const text = accountXml(2048);
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1) {
    const own = text
      .replace('4201', `${100_000 + index}`)
      .replace('CURSOR', index % 10 === 0 ? '%unknown%' : '');
    writeFileSync(join(folder, `${index}.xml`), own);
  }
}

/** The whole program, its start included. @param {string} folder @param {string} format */
async function measure(folder, format) {
  const began = performance.now();
  const program = join(root, 'dist', 'server', 'main.js');
  const says = `process.on('exit', () => process.send({ kilobytes: process.resourceUsage().maxRSS }))`;
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(says)}`,
      program,
      'check',
      '*.xml',
      '--format',
      format,
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] },
  );
  child.stdout.resume();
  const told = once(child, 'message');
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`check ended with ${status}`);
  const [{ kilobytes }] = await told;
  return { seconds: (performance.now() - began) / 1000, peak: Math.round(kilobytes / 1024) };
}
