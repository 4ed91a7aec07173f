import { mkdirSync, mkdtempSync, readdir, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFiles, type ListFolder } from './find-files.ts';

let folder: string;
const before = process.cwd();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-files-'));
  const names = ['b.xml', 'a.xml', '[a].xml', ':x.xml', '-y.xml', 'note.txt', 'deep/er/c.xml', '.dot/d.xml'];
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '<account/>');
  }
  symlinkSync('..', join(folder, 'deep', 'loop'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const found = async (...operands: readonly string[]) => (await findFiles(operands)).files;

test('a glob gives its files by name, those in folders and with a dot too', async () => {
  expect(await found('**/{c,d}.xml')).toEqual(['.dot/d.xml', 'deep/er/c.xml']);
  expect(await found('[ab].xml')).toEqual(['a.xml', 'b.xml']);
});

test('what is there by that very name is no glob', async () => {
  expect(await found('[a].xml')).toEqual(['[a].xml']);
  expect(await findFiles(['[a].xml'])).toMatchObject({ hasGlob: false });
});

test('a file that several operands name is checked once, where it stands first', async () => {
  expect(await found('b.xml', './a.xml', '{a,b}.xml', join(folder, 'a.xml'))).toEqual(['b.xml', './a.xml']);
});

test('a glob with ! leaves files out, of names too', async () => {
  expect(await found('a.xml', '{b,deep/**/c}.xml', '!**/er/**', '!a.*')).toEqual(['b.xml']);
  await expect(found('a.xml', '!a.xml')).rejects.toThrow('No file is left');
});

test('a name that would read as an option, standard input or a command of GitHub has its folder', async () => {
  expect(await found('?[xy].xml')).toEqual(['./-y.xml', './:x.xml']);
});

test('links that lead in a circle end, and give no file twice', async () => {
  expect(await found('deep/**/{c,d}.xml')).toEqual(['deep/er/c.xml', 'deep/loop/.dot/d.xml']);
});

test('a file that is too large to be read is bad usage before anything is read', async () => {
  writeFileSync('large.bin', '');
  truncateSync('large.bin', 65 * 1024 * 1024);
  await expect(found('a.xml', 'large.bin')).rejects.toThrow('large.bin is larger than 64 MiB');
});

test('a folder that a glob can not look into is bad usage, not passed over', async () => {
  const forbidden = Object.assign(new Error('EACCES'), { code: 'EACCES' });
  const list: ListFolder = new Proxy(readdir, {
    apply: (target, self, given) =>
      String(given[0]).includes('deep') ? given.at(-1)(forbidden, []) : Reflect.apply(target, self, given),
  });
  await expect(findFiles(['**/*.xml'], list)).rejects.toThrow('Permission denied: deep.');
  expect((await findFiles(['**/*.xml', '!deep/**'], list)).files).toContain('.dot/d.xml');
});

test('a glob without a match, a missing file, a folder: bad usage that says so', async () => {
  await expect(found('a.xml', 'none/*.xml')).rejects.toThrow('No file matches none/*.xml.');
  await expect(found('a.xml', 'none.xml')).rejects.toThrow('File not found: none.xml.');
  await expect(found('deep')).rejects.toThrow("deep is a folder, not a file. Its files: 'deep/**'.");
});
