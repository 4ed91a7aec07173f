import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeServiceWorker } from './service-worker-plugin.ts';

const source = readFileSync(new URL('../public/service-worker.js', import.meta.url), 'utf8');
const files = {
  'index.html': 'page',
  'favicon.svg': '<svg/>',
  'assets/a-1.js': 'a',
  'assets/a-1.js.br': 'a',
  'assets/xml-editor-2.js': 'editor',
  '.vite/manifest.json': '{}',
  'third-party-licenses.txt': 'MIT',
};

function builtFrom(changes: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'playground-service-worker-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ 'service-worker.js': source, ...files, ...changes })) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeServiceWorker(folder);
  const written = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  return JSON.parse(/^const build = (.*);$/m.exec(written)?.[1] ?? '');
}

test('it names the files of the page, the editor apart, and nothing of the build', () => {
  expect(builtFrom({})).toEqual({
    version: expect.stringMatching(/^[\w-]{12}$/),
    files: ['assets/a-1.js', 'favicon.svg', ''],
    editor: ['assets/xml-editor-2.js'],
  });
});

test('the version is another one where a file, or the worker itself, is another one', () => {
  const versionOf = (changes: Readonly<Record<string, string>>) => builtFrom(changes).version;
  const versions = [
    versionOf({}),
    versionOf({ 'index.html': 'other' }),
    versionOf({ 'assets/b-3.js': 'b' }),
    versionOf({ 'service-worker.js': `${source}\n` }),
  ];
  expect(new Set(versions).size).toBe(4);
  expect(versionOf({})).toBe(versions[0]);
});

test('a build fails where the worker has no place for the list', () => {
  expect(() => builtFrom({ 'service-worker.js': '' })).toThrow('changed its place');
});
