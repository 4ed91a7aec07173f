/** What a visit loads, compressed as it is served. */
import { compressedSize, filesBeforePaint, scriptBudget, scriptsBeforeEditor } from '../lib/first-load.mjs';

export function benchSizes(/** @type {readonly string[]} */ loaded) {
  const painted = filesBeforePaint();
  const scripts = scriptsBeforeEditor();
  const before = [...new Set([...painted, ...scripts])];
  const isFont = (/** @type {string} */ file) => /\.(woff2|ttf)$/.test(file);
  const later = loaded.filter((file) => !before.includes(file) && !/\.(jpg|mp4)$/.test(file));
  const ofScript = compressedSize(scripts);
  const verdict = ofScript <= scriptBudget ? 'within' : 'OVER';
  console.log('Sizes, gzip -9 (fonts as they are)');
  console.log(`  before the first paint: ${kB(compressedSize(painted))} in ${painted.length} files`);
  console.log(`  before the editor: ${kB(compressedSize(before))}: ${before.join(', ')}`);
  console.log(`  script of that: ${kB(ofScript)}, ${verdict} the budget of ${kB(scriptBudget)}`);
  console.log(
    `  with the editor: ${kB(compressedSize([...before, ...later.filter((file) => !isFont(file))]))}`,
  );
  console.log(`  fonts of this visit, beside it: ${kB(compressedSize(later.filter(isFont)))}`);
}

/** @param {number} bytes */
function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
