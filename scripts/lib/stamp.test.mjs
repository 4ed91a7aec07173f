import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtStamp, sourceStamp, stampFile } from './stamp.mjs';

let root = '';
const write = (/** @type {string} */ path, text = 'x') => writeFileSync(join(root, path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'));
  for (const folder of ['src', 'src/core', 'build', 'public', 'dist']) mkdirSync(join(root, folder));
  write('src/core/a.ts');
});
afterEach(() => rmSync(root, { recursive: true }));

test('the stamp stays while nothing changes', () => {
  expect(sourceStamp(root)).toBe(sourceStamp(root));
});

test.each([
  'src/core/a.ts',
  'src/new.css',
  'public/sample.jpg',
  'package-lock.json',
])('a change of %s gives another stamp', (path) => {
  const before = sourceStamp(root);
  write(path, 'other text');
  expect(sourceStamp(root)).not.toBe(before);
});

test('a file that is taken away gives another stamp', () => {
  const before = sourceStamp(root);
  rmSync(join(root, 'src/core/a.ts'));
  expect(sourceStamp(root)).not.toBe(before);
});

test('a test is no source of the build', () => {
  const before = sourceStamp(root);
  write('src/core/a.test.ts');
  expect(sourceStamp(root)).toBe(before);
});

test('a build tells the stamp it was made from, and a missing one none', () => {
  expect(builtStamp(join(root, 'dist'))).toBeUndefined();
  write(join('dist', stampFile), 'abc');
  expect(builtStamp(join(root, 'dist'))).toBe('abc');
});
