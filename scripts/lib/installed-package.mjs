/** The package as somebody gets it: packed, then installed into an empty folder without a network. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { ensureBuilt, root } from './ensure-built.mjs';

const execFileAsync = promisify(execFile);

/**
 * @typedef {object} InstalledPackage
 * @property {string} tarball
 * @property {{ readonly size: number, readonly unpackedSize: number, readonly files: readonly { readonly path: string }[] }} packed as npm reports it
 * @property {string} folder where it is installed; holds nothing else
 * @property {NodeJS.ProcessEnv} env no registry can be reached, nothing was downloaded before
 */

/**
 * @param {string} workshop an empty folder
 * @returns {Promise<InstalledPackage>}
 */
export async function installPackage(workshop) {
  await ensureBuilt();
  const [folder, cache] = [join(workshop, 'installed'), join(workshop, 'cache')];
  const env = { ...process.env, npm_config_cache: cache, npm_config_registry: 'http://127.0.0.1:9/' };
  // It is built already: prepack would only ask whether it is.
  const { stdout } = await npm(
    ['pack', '--json', '--ignore-scripts', '--pack-destination', workshop],
    root,
    env,
  );
  const [packed] = JSON.parse(stdout);
  const tarball = join(workshop, packed.filename);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await npm(['install', '--offline', '--no-audit', '--no-fund', tarball], folder, env);
  return { tarball, packed, folder, env };
}

/**
 * @param {readonly string[]} arguments_
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
function npm(arguments_, cwd, env) {
  // Inside an npm script npm says where it is; else the shell finds it (npm.cmd on Windows).
  const path = process.env.npm_execpath;
  return path?.endsWith('.js')
    ? execFileAsync(process.execPath, [path, ...arguments_], { cwd, env })
    : execFileAsync('npm', arguments_, { cwd, env, shell: process.platform === 'win32' });
}

/**
 * What `npx ./NAME.tgz …` does: it installs the tarball aside and runs its program.
 *
 * @param {InstalledPackage} installed
 * @param {readonly string[]} arguments_
 */
export async function runByNpx({ tarball, folder, env }, arguments_) {
  const { stdout } = await npm(
    ['exec', '--offline', '--yes', '--package', tarball, '--', name, ...arguments_],
    folder,
    env,
  );
  return stdout;
}

const name = 'media-upload-playground';

/**
 * @param {InstalledPackage} installed
 * @param {readonly string[]} arguments_
 * @returns {Promise<{ status: number, out: string, err: string }>}
 */
export async function runProgram({ folder, env }, arguments_) {
  const child = spawn(process.execPath, [programIn(folder), ...arguments_], { cwd: folder, env });
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  const [status] = await once(child, 'close');
  return { status, out: await out, err: await err };
}

/**
 * @param {InstalledPackage} installed
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serveInstalled({ folder, env }) {
  const child = spawn(process.execPath, [programIn(folder), 'serve', '--port', '0'], { cwd: folder, env });
  const [url] = await once(createInterface(child.stdout), 'line');
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  };
  return { url, stop };
}

const programIn = (/** @type {string} */ folder) => join(folder, 'node_modules', name, 'bin', `${name}.mjs`);

async function textOf(/** @type {import('node:stream').Readable} */ stream) {
  let text = '';
  for await (const piece of stream.setEncoding('utf8')) text += piece;
  return text;
}
