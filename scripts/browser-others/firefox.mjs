/** Firefox by WebDriver BiDi. Network events stay unsubscribed: they touch bodies, and large ones then fail. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectBidi } from './bidi-connection.mjs';
import { findProgram, makeFolder, startChild } from './child.mjs';

const program = findProgram(['firefox-esr', 'firefox'], 'FIREFOX_PATH', [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]);

/** Beside those that Firefox sets itself when it is driven: nothing is asked of anybody but the playground. */
const preferences = {
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/** @type {import('./driver.mjs').Engine} */
export const firefox = {
  name: 'Firefox',
  missing: () => (program ? [] : ['firefox-esr or firefox']),
  start: () => start(String(program)),
};

/** @returns {Promise<import('./driver.mjs').Driver>} */
async function start(/** @type {string} */ path) {
  const profile = makeFolder('firefox');
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});\n`);
  writeFileSync(join(profile.path, 'user.js'), lines.join(''));
  const parameters = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile.path];
  const { child, end } = startChild(path, [...parameters, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const close = async () => {
    await end();
    profile.remove();
  };
  try {
    const connection = await connectBidi(`${await addressOf(child)}/session`);
    return await drive(connection, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns {Promise<string>} */
function addressOf(/** @type {import('node:child_process').ChildProcess} */ child) {
  if (child.stderr === null) throw new Error('Firefox was started without a standard error.');
  const lines = createInterface({ input: child.stderr });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Firefox ended with status ${code} before it listened.`)));
  });
}

/**
 * @param {Awaited<ReturnType<typeof connectBidi>>} connection
 * @param {() => Promise<void>} end
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
async function drive({ send, on, close }, end) {
  const { capabilities } = await send('session.new', { capabilities: {} });
  const { contexts } = await send('browsingContext.getTree');
  const { context } = contexts[0];
  /** @type {string[]} */
  let errors = [];
  on('log.entryAdded', ({ level, text }) => {
    if (level === 'error') errors.push(text);
  });
  await send('session.subscribe', { events: ['log.entryAdded'] });

  const call = async (
    /** @type {string} */ functionDeclaration,
    /** @type {readonly unknown[]} */ parameters,
  ) => {
    const { result, exceptionDetails } = await send('script.callFunction', {
      functionDeclaration,
      awaitPromise: true,
      target: { context },
      arguments: [{ type: 'string', value: JSON.stringify(parameters) }],
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result;
  };

  return {
    engine: `Firefox ${capabilities.browserVersion}`,
    leastWidth: 0,
    async open(url) {
      errors = [];
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(source, parameters) {
      const wrapped = `async (json) => JSON.stringify((await (${source})(...JSON.parse(json))) ?? null)`;
      return JSON.parse((await call(wrapped, parameters)).value);
    },
    async handle(source, parameters) {
      const { sharedId } = await call(`(json) => (${source})(...JSON.parse(json))`, parameters);
      if (sharedId === undefined) throw new Error('There is no such element.');
      return { sharedId };
    },
    perform: (actions) => send('input.performActions', { context, actions }),
    chooseFile: (element, path) => send('input.setFiles', { context, element, files: [path] }),
    async screenshot() {
      const { data } = await send('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    resize: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
    consoleErrors: async () => errors,
    async close() {
      await send('browser.close').catch(() => {}); // it may be gone already
      close();
      await end();
    },
  };
}
