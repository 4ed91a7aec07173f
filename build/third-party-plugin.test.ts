import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { licencesText, packagesOf } from './third-party-plugin.ts';

function modules(packages: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const root = mkdtempSync(join(tmpdir(), 'playground-third-party-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, files] of Object.entries(packages)) {
    const folder = join(root, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  }
  return join(root, 'node_modules');
}

const manifest = (name: string, license: string) => JSON.stringify({ name, version: '1.2.3', license });

test('every package is named once with its licence and its notices; those of one text stand together', () => {
  const folder = modules({
    b: { 'package.json': manifest('b', 'MIT'), LICENSE: 'The text.\r\n' },
    '@scope/a': { 'package.json': manifest('@scope/a', 'MIT'), 'LICENSE.md': 'The text.' },
    'b/node_modules/c': {
      'package.json': manifest('c', 'Apache-2.0'),
      LICENSE: 'Another.',
      'NOTICE.txt': 'A notice.',
    },
    d: { 'package.json': manifest('d', 'ISC') },
  });
  const files = [
    `${folder}/b/index.js`,
    `\0${folder}/b/lib/commonjs.js?commonjs-module`,
    `${folder}/@scope/a/font.woff2`,
    `${folder}/b/node_modules/c/index.js`,
    `${folder}/d/index.js`,
    '/project/src/main.ts',
  ];
  const text = licencesText(packagesOf(files));
  expect(
    text
      .split(`${'-'.repeat(80)}\n`)
      .slice(1)
      .map((part) => part.trim()),
  ).toEqual([
    '@scope/a 1.2.3 (MIT)\nb 1.2.3 (MIT)\n\nThe text.',
    'c 1.2.3 (Apache-2.0)\n\nAnother.\n\nA notice.',
    'd 1.2.3 (ISC)\n\nThe package has no licence file.',
  ]);
});
