/** What a first visit loads, read from the build, compressed as far as gzip goes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { root } from './ensure-built.mjs';

const page = join(root, 'dist', 'client');

/** Bytes of script before the editor, at most. */
export const scriptBudget = 170_000;

/** Bytes of a script that is loaded later, at least: a smaller one joins others (`pagePieces` in vite.config.ts). */
export const leastLater = 4_000;

/** The first paint waits for these; the fonts come beside it. */
export function filesBeforePaint() {
  return ['index.html', 'first-paint.js', ...filesOfPage().filter((file) => file.endsWith('.css'))];
}

/** The script behind the first paint, with all that it imports statically: it brings the page to life. */
export function scriptsBeforeEditor() {
  return ['first-paint.js', ...filesOfPage().filter((file) => file.endsWith('.js'))];
}

/** Those that come later; what a worker runs is not among them. */
export function scriptsLoadedLater() {
  const first = scriptsBeforeEditor();
  const all = Object.values(readManifest()).map(({ file }) => file);
  return [...new Set(all)].filter((file) => file.endsWith('.js') && !first.includes(file));
}

/** @returns {Record<string, { file: string, css?: string[], imports?: string[] }>} */
function readManifest() {
  return JSON.parse(readFileSync(join(page, '.vite', 'manifest.json'), 'utf8'));
}

function filesOfPage() {
  const manifest = readManifest();
  /** @type {Set<string>} */
  const files = new Set();
  const add = (/** @type {string} */ name) => {
    const { file, css = [], imports = [] } = manifest[name];
    if (files.has(file)) return;
    for (const path of [file, ...css]) files.add(path);
    for (const imported of imports) add(imported);
  };
  add('index.html');
  return [...files];
}

export function compressedSize(/** @type {readonly string[]} */ files) {
  return files.reduce((sum, file) => sum + sizeOf(file), 0);
}

function sizeOf(/** @type {string} */ file) {
  const bytes = readFileSync(join(page, file));
  const isCompressed = /\.(woff2|jpg|mp4)$/.test(file);
  return isCompressed ? bytes.length : gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).length;
}
