/**
 * Finds a Chromium for the browser tests, or fetches one. Playwright's own cannot be downloaded
 * everywhere, so an installed browser is as good.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What a browser under test may not do: phone home, or need a GPU. As root no sandbox is to be had. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * @returns {Promise<string>} path of a Chromium
 * @throws {Error} that says what to do where there is none
 */
export async function findOrFetchBrowser() {
  const found = await findBrowser();
  if (found) return found;
  const fetchers = [fetchWithPlaywright, fetchWithApt];
  for (const fetch of fetchers) {
    fetch();
    const fetched = await findBrowser();
    if (fetched) return fetched;
  }
  throw new Error(
    'No Chromium was found and none could be fetched. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}

/** @returns {Promise<string | undefined>} */
export async function findBrowser() {
  const set = process.env.CHROMIUM_PATH;
  if (set) {
    if (existsSync(set)) return set;
    throw new Error(`CHROMIUM_PATH is ${set}, and there is no such file.`);
  }
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...installedPlaces()].find((path) => path && starts(path));
}

/** A file alone is not enough: libraries may be missing, or it is a stub that asks for a snap. */
function starts(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead.
  return process.platform === 'win32' || spawnSync(path, ['--version']).status === 0;
}

function installedPlaces() {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32') {
    const bases = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return bases.flatMap((base) => (base ? programs.map((program) => join(base, program)) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function fetchWithPlaywright() {
  console.error('No browser found: fetching Chromium with Playwright …');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
    timeout: 300_000,
  });
}

function fetchWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.error('Playwright could not fetch one: installing chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2], env });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 2, 2],
    env,
  });
}
