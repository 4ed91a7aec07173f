import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { compressFile, compressPlugin } from './compress-plugin.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'playground-compress-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A page of one script, with text enough to be worth compressing. */
function project(): { readonly root: string; readonly config: InlineConfig } {
  const root = folder();
  // Else Vite names a program main.mjs, which the plugin would pass over by its ending.
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'main.js'), `console.log('${'once more '.repeat(100)}');`);
  const filler = '<p>once more</p>'.repeat(50);
  writeFileSync(join(root, 'index.html'), `${filler}<script type="module" src="/main.js"></script>`);
  return { root, config: { root, configFile: false, logLevel: 'silent', plugins: [compressPlugin()] } };
}

test('a build of the page writes both forms beside scripts, of the final bytes', async () => {
  const { root, config } = project();
  await build(config);
  const dist = join(root, 'dist');
  const script = readdirSync(join(dist, 'assets')).find((name) => name.endsWith('.js')) ?? '';
  const path = join(dist, 'assets', script);
  const bytes = readFileSync(path);
  expect(brotliDecompressSync(readFileSync(`${path}.br`))).toEqual(bytes);
  expect(gunzipSync(readFileSync(`${path}.gz`))).toEqual(bytes);
});

test('a build of the program stays as it is', async () => {
  const { root, config } = project();
  await build({ ...config, build: { ssr: 'main.js' } });
  expect(readdirSync(join(root, 'dist'))).toEqual(['main.js']);
});

test('what would not become smaller is not written', async () => {
  const path = join(folder(), 'tiny.js');
  writeFileSync(path, 'a');
  await compressFile(path);
  expect(readdirSync(join(path, '..'))).toEqual(['tiny.js']);
});
