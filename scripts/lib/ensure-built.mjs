/**
 * Makes sure that the packages are installed and that dist is made from the sources as they
 * are. Several processes may ask at once, and any of them may be killed: one lock, a build
 * into a folder of its own, one rename. Nothing is written to standard output.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { builtStamp, sourceStamp, stampFile } from './stamp.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const dist = join(root, 'dist');
/** The lock and half-made builds; ignored by git. */
const workshop = join(root, '.build');
/** Half-made builds that nobody touched for so long have lost their maker. */
const abandonedMilliseconds = 600_000;

const isInstalled = () => existsSync(join(root, 'node_modules', '.package-lock.json'));
const isFresh = () => builtStamp(dist) === sourceStamp(root);

/**
 * @returns {Promise<'fresh' | 'built'>}
 * @throws {Error} with a message for people where `npm ci` or the build fails
 */
export async function ensureBuilt() {
  if (isFresh()) return 'fresh';
  return withWorkshop(async () => {
    if (isFresh()) return 'fresh';
    await install();
    await build();
    return 'built';
  });
}

/** Installs the packages where they are missing. */
export async function ensureInstalled() {
  if (!isInstalled()) await withWorkshop(install);
}

/**
 * @template T
 * @param {() => Promise<T>} work
 */
function withWorkshop(work) {
  mkdirSync(workshop, { recursive: true });
  const waiting = () => say('Waiting for another run that is building the playground …');
  return withLock(join(workshop, 'lock'), work, waiting);
}

async function install() {
  if (isInstalled()) return;
  say('Installing the packages, once (npm ci) …');
  const arguments_ = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // Inside an npm script npm says where it is; else the shell finds it (npm.cmd on Windows).
  const npm = process.env.npm_execpath;
  const { code } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...arguments_], { show: true })
    : await run('npm', arguments_, { show: true, shell: process.platform === 'win32' });
  if (code !== 0) throw new Error(`npm ci failed with status ${code}; its messages stand above.`);
}

async function build() {
  sweep();
  say('Building the playground …');
  const stamp = sourceStamp(root);
  const made = join(workshop, `out-${process.pid}`);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await run(process.execPath, [vite, 'build', '--app'], {
    env: { PLAYGROUND_DIST: made, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error(`${output}\nThe build failed with status ${code}.`);
  writeFileSync(join(made, stampFile), stamp);
  const old = join(workshop, `old-${process.pid}`);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
}

/** Takes away what a killed run left behind. */
function sweep() {
  for (const name of readdirSync(workshop)) {
    const path = join(workshop, name);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const ours = /^(out|old)-/.test(name); // only the lock's holder makes these
    const abandoned = name !== 'lock' && Date.now() - modified > abandonedMilliseconds;
    if (ours || abandoned) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} arguments_
 * @param {{ show?: boolean, shell?: boolean, env?: Record<string, string> }} options `show`: pass its output on to standard error
 * @returns {Promise<{ code: number | string, output: string }>}
 */
function run(command, arguments_, { show = false, shell = false, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, arguments_, {
      cwd: root,
      shell,
      env: { ...process.env, ...env },
      stdio: show ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? 1, output }));
  });
}

function say(/** @type {string} */ message) {
  process.stderr.write(`${message}\n`);
}
