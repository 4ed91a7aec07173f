/**
 * `npm test`: types, lint, build, unit tests, browser tests, and those in other browsers where one
 * is installed. Every step runs, whatever became of the ones before, so that one run tells all.
 * The last line sums the tests of the reports.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines, installedEngines } from './browser-others/engines.mjs';
import { ensureInstalled, root } from './lib/ensure-built.mjs';

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
const unit = read(unitReport, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
}));
const browser = read(browserReport, ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
}));
const others = read(othersReport, (counts) => ({ ...counts, skipped: 0 }));
if (installedEngines().length === 0) {
  const names = engines.map(({ name }) => name).join(' nor ');
  console.log(`\nNeither ${names} is installed: browser:others was left out.`);
}
rmSync(reports, { recursive: true, force: true });

const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => unit[key] + browser[key] + others[key];
console.log(failed.length === 0 ? '\nEvery step succeeded.' : `\nFailed: ${failed.join(', ')}.`);
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
);
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

/**
 * A step that died before its report counts no test; its status has failed the run already.
 *
 * @param {string} path
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} count
 */
function read(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
