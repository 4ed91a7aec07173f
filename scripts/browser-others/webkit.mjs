/**
 * WebKitGTK by its WebDriver, on a display of its own with a window manager. Its own screenshots hang
 * where nothing moves, and without a window manager always: the pixels are the display's.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findProgram, makeFolder, startChild, until } from './child.mjs';
import { startDisplay } from './display.mjs';

const programs = {
  WebKitWebDriver: findProgram(['WebKitWebDriver'], 'WEBKIT_DRIVER_PATH'),
  MiniBrowser: findMiniBrowser(),
  Xvfb: findProgram(['Xvfb']),
  openbox: findProgram(['openbox']),
};

/** A command of the browser that hangs must not hang the run. */
const patienceMilliseconds = 60_000;

/** A script that is sent to a process the browser is about to replace is never answered: ask again. */
const openingPatienceMilliseconds = 2000;

/** How often a document is asked for. */
const openings = 3;

/** @type {import('./driver.mjs').Engine} */
export const webkit = {
  name: 'WebKitGTK',
  missing: () => Object.entries(programs).flatMap(([name, path]) => (path ? [] : [name])),
  start,
};

/** It lies where no path leads: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser, on Debian. */
function findMiniBrowser() {
  if (process.env.MINIBROWSER_PATH) return process.env.MINIBROWSER_PATH;
  const under = (/** @type {string} */ folder, /** @type {RegExp} */ name) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((entry) => name.test(entry))
          .map((entry) => join(folder, entry))
      : [];
  const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec', ...under('/usr/lib', /-linux-gnu/)];
  return libraries
    .flatMap((folder) => under(folder, /^webkit(2)?gtk/))
    .map((folder) => join(folder, 'MiniBrowser'))
    .findLast(existsSync);
}

/** @returns {Promise<import('./driver.mjs').Driver>} */
async function start() {
  const folder = makeFolder('webkit');
  const display = await startDisplay(String(programs.Xvfb), String(programs.openbox), folder.path);
  const port = await freePort();
  const driver = startChild(String(programs.WebKitWebDriver), [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display.name,
      XDG_CACHE_HOME: folder.path,
      XDG_CONFIG_HOME: folder.path,
      XDG_DATA_HOME: folder.path,
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Bars that fade would be in one picture and not in the next.
      GTK_OVERLAY_SCROLLING: '0',
    },
  });
  const end = async () => {
    await driver.end();
    await display.end();
    folder.remove();
  };
  const request = requestOf(`http://127.0.0.1:${port}`);
  try {
    await until('WebKitWebDriver answers', async () => (await request('GET', '/status')).ready);
    const alwaysMatch = {
      // The page is watched from its first moment: who opens it does not wait until it is loaded.
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': { binary: programs.MiniBrowser, args: ['--automation'] },
    };
    const { sessionId, capabilities } = await request('POST', '/session', { capabilities: { alwaysMatch } });
    /** @type {typeof request} */
    const session = (method, path, body, patience) =>
      request(method, `/session/${sessionId}${path}`, body, patience);
    return drive(session, `WebKitGTK ${capabilities.browserVersion}`, display.pixels, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/** The driver takes no 0 for "any port". */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : 0));
    });
  });
}

/** @returns {(method: string, path: string, body?: object, patience?: number) => Promise<any>} */
function requestOf(/** @type {string} */ base) {
  return async (method, path, body, patience = patienceMilliseconds) => {
    const response = await fetch(base + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
      signal: AbortSignal.timeout(patience),
    });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
}

/**
 * @param {ReturnType<typeof requestOf>} session
 * @param {string} engine
 * @param {() => Buffer} pixels
 * @param {() => Promise<void>} end
 * @returns {import('./driver.mjs').Driver}
 */
function drive(session, engine, pixels, end) {
  const run = (
    /** @type {string} */ script,
    /** @type {readonly unknown[]} */ parameters = [],
    /** @type {number | undefined} */ patience = undefined,
  ) => session('POST', '/execute/sync', { script, args: parameters }, patience);
  /** The specification's name of an element in JSON. */
  const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
  return {
    engine,
    // That of MiniBrowser's own bar is 447.
    leastWidth: 460,
    async open(url) {
      const isThere = () => run(`${watchErrors} return isThere`, [], openingPatienceMilliseconds);
      for (let opening = 1; ; opening += 1) {
        try {
          await run('window.isOldDocument = true');
          await session('POST', '/url', { url });
          await until('the document is there', isThere);
          return;
        } catch (error) {
          if (opening === openings) throw error;
        }
      }
    },
    async evaluate(source, parameters) {
      const script = `const done = arguments[1];
        Promise.resolve(arguments[0]).then((json) => (${source})(...JSON.parse(json)))
          .then((value) => done({ json: JSON.stringify(value ?? null) }), (error) => done({ error: String(error) }));`;
      const { json, error } = await session('POST', '/execute/async', {
        script,
        args: [JSON.stringify(parameters)],
      });
      if (error !== undefined) throw new Error(error);
      return JSON.parse(json);
    },
    async handle(source, parameters) {
      const element = await run(`return (${source})(...JSON.parse(arguments[0]))`, [
        JSON.stringify(parameters),
      ]);
      if (element === null) throw new Error('There is no such element.');
      return element;
    },
    perform: (actions) => session('POST', '/actions', { actions }),
    chooseFile: (element, path) => session('POST', `/element/${element[elementKey]}/value`, { text: path }),
    screenshot: async () => pixels(),
    async resize(width, height) {
      // The window's frame is no part of the viewport.
      const inside = await run('return [innerWidth, innerHeight]');
      const { width: outerWidth, height: outerHeight } = await session('GET', '/window/rect');
      const rectangle = { width: width + outerWidth - inside[0], height: height + outerHeight - inside[1] };
      await session('POST', '/window/rect', { x: 0, y: 0, ...rectangle });
      await until(`a viewport of ${width} by ${height}`, () =>
        run('return innerWidth === arguments[0] && innerHeight === arguments[1]', [width, height]),
      );
    },
    consoleErrors: () => run('return window.consoleErrorsSeen'),
    async close() {
      await session('DELETE', '').catch(() => {}); // it may be gone already
      await end();
    },
  };
}

/** The protocol tells no console: the page's own is watched, before its modules run after the first frame. */
const watchErrors = `const isNew = !window.isOldDocument;
if (isNew && !window.consoleErrorsSeen) {
  const seen = (window.consoleErrorsSeen = []);
  const write = console.error;
  console.error = (...values) => { seen.push(values.map(String).join(' ')); write.apply(console, values); };
  const name = ({ src, href }) => 'could not load ' + (src ?? href);
  addEventListener('error', (event) => seen.push(event.message ?? name(event.target)), true);
  addEventListener('unhandledrejection', (event) => seen.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => seen.push('refused by policy: ' + event.blockedURI));
}
const isThere = isNew && document.readyState !== 'loading';`;
