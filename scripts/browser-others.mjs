/**
 * `npm run browser:others [-- ENGINE]`: the checks of browser-others in Firefox and WebKitGTK, those of
 * them that are installed. The last line counts the checks; PLAYGROUND_OTHERS_REPORT names a file
 * for the report. Node 20 has its WebSocket behind a flag, which package.json sets.
 */
import { writeFileSync } from 'node:fs';
import { checks } from './browser-others/checks.mjs';
import { makeFolder } from './browser-others/child.mjs';
import { engines } from './browser-others/engines.mjs';
import { runChecks } from './browser-others/run-checks.mjs';
import { serve } from './browser-others/serve.mjs';
import { ensureBuilt, ensureInstalled } from './lib/ensure-built.mjs';

const wanted = process.argv[2]?.toLowerCase() ?? '';
const chosen = engines.filter(({ name }) => name.toLowerCase().startsWith(wanted));
const installed = chosen.filter((engine) => engine.missing().length === 0);
for (const engine of chosen) {
  const missing = engine.missing();
  if (missing.length > 0) console.log(`${engine.name}: not tested, ${missing.join(' and ')} missing.`);
}

/** What is to be ended, the latest first. @type {(() => unknown)[]} */
const running = [];
async function endAll() {
  for (let end = running.pop(); end; end = running.pop()) await end();
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, async () => {
    await endAll();
    process.exit(1);
  });
}

/** @type {import('./lib/test-reports.mjs').Test[]} */
const tests = [];
let died = false;
try {
  await ensureInstalled();
  await ensureBuilt();
  const folder = makeFolder('checks');
  running.push(folder.remove);
  const playground = await serve();
  running.push(playground.end);
  for (const engine of installed) {
    const driver = await engine.start();
    running.push(driver.close);
    console.log(driver.engine);
    tests.push(...(await runChecks(driver, checks, { url: playground.url, folder: folder.path })));
    await running.pop()?.();
  }
} catch (error) {
  died = true;
  console.error(error instanceof Error ? error.message : error);
} finally {
  await endAll();
}

const report = process.env.PLAYGROUND_OTHERS_REPORT;
if (report) writeFileSync(report, JSON.stringify(tests));
if (installed.length === 0) console.log('No engine was found, so nothing was tested.');
const failed = tests.filter(({ outcome }) => outcome === 'failed').length;
console.log(`${tests.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && tests.length > 0 && !died ? 0 : 1;
