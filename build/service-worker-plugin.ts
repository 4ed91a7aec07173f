/** Tells the service worker (public/service-worker.js) which files the page has, and of which version they are. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';

const worker = 'service-worker.js';
/** Large, and only of use when the page stands: fetched when the page is at rest. */
const ofEditor = /^assets\/(?:xml-editor|editor-worker|codicon)-/;
/** Forms of other files, what the browser asks for itself, and what is for people. */
const notKept = /\.(?:br|gz|map)$|^\.|\/\.|^third-party-licenses\.txt$|^service-worker\.js$/;

export function serviceWorkerPlugin(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (dir !== undefined) writeServiceWorker(dir);
      },
    },
  };
}

/** `folder`: the built page, complete. */
export function writeServiceWorker(folder: string): void {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((name) => !notKept.test(name))
    .toSorted();
  const source = readFileSync(join(folder, worker), 'utf8');
  const hash = createHash('sha256').update(source);
  // Those in assets have a hash of their bytes in their names.
  for (const name of names)
    hash.update(name).update(name.startsWith('assets/') ? '' : readFileSync(join(folder, name)));
  const build = {
    version: hash.digest('base64url').slice(0, 12),
    // The page has the address of its folder.
    files: names.filter((name) => !ofEditor.test(name)).map((name) => (name === 'index.html' ? '' : name)),
    editor: names.filter((name) => ofEditor.test(name)),
  };
  const line = /^const build = .*$/m;
  if (!line.test(source) || build.editor.length === 0)
    throw new Error('The service worker or the editor has changed its place.');
  writeFileSync(
    join(folder, worker),
    source.replace(line, () => `const build = ${JSON.stringify(build)};`),
  );
}
