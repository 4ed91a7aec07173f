import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

const xml = `<account>
  <genericMediaUploadUrl>https://example.com/u</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>`;

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'playground-receiver-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const write = (out: string, input = xml, ...options: string[]) =>
  runCaptured(['receiver', '-', '--language', 'go', '--out', out, ...options], { input });

test('the files are written into a folder that need not be there, and are named', async () => {
  const out = join(emptyFolder(), 'new', 'one');
  const { status, text } = await write(out);
  expect(status).toBe(0);
  expect(text).toBe(['main.go', 'go.mod', 'README.md'].map((name) => `${join(out, name)}\n`).join(''));
  expect(readFileSync(join(out, 'main.go'), 'utf8')).toContain('const filePart = "file"');
});

test('no file is overwritten, and then none is written', async () => {
  const out = emptyFolder();
  writeFileSync(join(out, 'README.md'), 'mine');
  const { status, err } = await write(out);
  expect(status).toBe(1);
  expect(err).toContain('README.md is there already.');
  expect(readdirSync(out)).toEqual(['README.md']);
  expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('mine');
});

test('a folder that can’t be made is said', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'file'), '');
  const { status, err } = await write(join(folder, 'a', 'file', 'b'));
  expect([status, err]).toEqual([1, expect.stringMatching(/^The files could not be written: /)]);
});

test('an Account XML without an upload gives no receiver, and says why', async () => {
  const { status, err } = await write(join(emptyFolder(), 'out'), '<account/>');
  expect(status).toBe(1);
  expect(err).toMatch(/ACC-9 .*\n.*no request with a file part/s);
});

test('a language and a folder are needed', async () => {
  const without = await runCaptured(['receiver', '-', '--out', emptyFolder()], { input: xml });
  expect([without.status, without.err]).toEqual([2, expect.stringContaining('php|express|flask|go')]);
  const folderless = await runCaptured(['receiver', '-', '--language', 'go'], { input: xml });
  expect([folderless.status, folderless.err]).toEqual([2, expect.stringContaining('--out DIR')]);
});
