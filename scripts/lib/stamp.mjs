/**
 * A fingerprint of everything a build reads: paths, sizes and times, never contents, so that
 * asking "is dist fresh?" costs a few milliseconds.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['src', 'build', 'public'];
const files = ['index.html', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** Written into the build; names the sources it was made from. */
export const stampFile = '.built-from';

/** @param {string} root the repository */
export function sourceStamp(root) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    hash.update(`${path}\0${found?.size ?? 'none'}\0${found?.mtimeMs ?? 'none'}\n`);
  };
  for (const file of files) add(file);
  for (const folder of folders) {
    const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    // A test never reaches the build: changing one must not cost a rebuild.
    for (const entry of entries.sort()) if (!/\.test\.tsx?$/.test(entry)) addFile(join(folder, entry));
  }
  return hash.digest('hex');

  function addFile(/** @type {string} */ path) {
    if (statSync(join(root, path), { throwIfNoEntry: false })?.isFile()) add(path);
  }
}

/**
 * @param {string} dist folder of a build
 * @returns {string | undefined} the stamp of the sources it was made from
 */
export function builtStamp(dist) {
  try {
    return readFileSync(join(dist, stampFile), 'utf8');
  } catch {
    return undefined;
  }
}
