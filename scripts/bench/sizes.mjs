/** What a visit loads, compressed as it is served. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { root } from '../lib/ensure-built.mjs';

const page = join(root, 'dist', 'client');

/** The first paint waits for the page and its style; the script behind it, with all that it imports statically, draws the page anew. */
export function benchSizes(/** @type {readonly string[]} */ loaded) {
  const manifest = JSON.parse(readFileSync(join(page, '.vite', 'manifest.json'), 'utf8'));
  const before = new Set(['index.html']);
  const add = (/** @type {string} */ name) => {
    const { file, css = [], imports = [] } = manifest[name];
    if (before.has(file)) return;
    for (const path of [file, ...css]) before.add(path);
    for (const imported of imports) add(imported);
  };
  add('index.html');
  const isFont = (/** @type {string} */ file) => /\.(woff2|ttf)$/.test(file);
  const later = loaded.filter((file) => !before.has(file) && !/\.(jpg|mp4)$/.test(file));
  const total = (/** @type {Iterable<string>} */ files) =>
    [...files].reduce((sum, file) => sum + compressedSize(file), 0);
  const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log('Sizes, gzip -9 (fonts as they are)');
  const painted = ['index.html', 'first-paint.js', ...[...before].filter((file) => file.endsWith('.css'))];
  console.log(`  before the first paint: ${kB(total(painted))} in ${painted.length} files`);
  console.log(
    `  before the editor: ${kB(total(new Set([...painted, ...before])))}: ${[...before].join(', ')}`,
  );
  console.log(`  with the editor: ${kB(total(before) + total(later.filter((file) => !isFont(file))))}`);
  console.log(`  fonts of this visit, beside it: ${kB(total(later.filter(isFont)))}`);
}

function compressedSize(/** @type {string} */ file) {
  const bytes = readFileSync(join(page, file));
  const isCompressed = /\.(woff2|jpg|mp4)$/.test(file);
  return isCompressed ? bytes.length : gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).length;
}
