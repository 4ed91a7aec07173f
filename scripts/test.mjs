/**
 * `npm test`: types, lint, build, unit tests, browser tests, and those in other browsers where one
 * is installed. Every step runs, whatever became of the ones before, so that one run tells all.
 * The last lines name the tests that failed, and count all.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines, installedEngines } from './browser-others/engines.mjs';
import { ensureInstalled, root } from './lib/ensure-built.mjs';
import { readReport } from './lib/test-reports.mjs';

await ensureInstalled();
const reports = mkdtempSync(join(tmpdir(), 'playground-reports-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');
const othersReport = join(reports, 'others.json');

const steps = [
  { script: 'typecheck' },
  { script: 'lint' },
  { script: 'build' },
  { script: 'unit', options: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`] },
  { script: 'browser', env: { PLAYGROUND_BROWSER_REPORT: browserReport } },
  ...(installedEngines().length > 0
    ? [{ script: 'browser:others', env: { PLAYGROUND_OTHERS_REPORT: othersReport } }]
    : []),
];

const failed = steps.filter((step) => !succeeds(step)).map((step) => step.script);
const tests = [
  ...readReport('unit', unitReport),
  ...readReport('browser', browserReport),
  ...readReport('others', othersReport),
];
if (installedEngines().length === 0) {
  const names = engines.map(({ name }) => name).join(' nor ');
  console.log(`\nNeither ${names} is installed: browser:others was left out.`);
}
rmSync(reports, { recursive: true, force: true });

console.log(failed.length === 0 ? '\nEvery step succeeded.' : `\nFailed: ${failed.join(', ')}.`);
for (const { name, outcome, why } of tests) {
  if (outcome === 'failed') console.log(`${outcome}: ${name}: ${why}`);
}
const count = (/** @type {string} */ wanted) => tests.filter(({ outcome }) => outcome === wanted).length;
const passed = count('passed');
const skipped = count('skipped');
console.log(`${passed} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** @param {{ script: string, options?: string[], env?: Record<string, string> }} step */
function succeeds({ script, options = [], env = {} }) {
  const began = Date.now();
  console.log(`\n> ${script}`);
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...options], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  console.log(
    `${script} ${status === 0 ? 'succeeded' : 'FAILED'} after ${((Date.now() - began) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}
