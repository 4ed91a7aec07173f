import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';

const document =
  '\uFEFF<?xml version="1.0"?>\r\n<account>\r\n\t<a>1</a> <!-- one -->\r\n\t<b><![CDATA[2]]></b>\r\n</account>\r\n';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'set-'));
  file = join(folder, 'account.xml');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function set(...args: string[]) {
  writeFileSync(file, document);
  return runCaptured(['set', file, ...args]);
}

test('prints the document with the key set and every other byte as it was', async () => {
  const { status, text } = await set('b=x&y=z');
  expect(status).toBe(0);
  expect(text).toBe(document.replace('[2]', '[x&y=z]'));
});

test('makes several changes in their order, and --remove', async () => {
  const { text } = await set('c=3', 'b=', '--remove', 'a');
  expect(text).toBe(
    '\uFEFF<?xml version="1.0"?>\r\n<account>\r\n\t <!-- one -->\r\n\t<b><![CDATA[]]></b>\r\n\t<c>3</c>\r\n</account>\r\n',
  );
});

test('--in-place writes the file and prints nothing', async () => {
  expect(await set('a=5', '--in-place')).toMatchObject({ status: 0, text: '' });
  expect(readFileSync(file, 'utf8')).toBe(document.replace('>1<', '>5<'));
});

test('a refused change leaves the file alone and says why', async () => {
  const { status, err } = await set('a=7', 'b=\u0001', '--in-place');
  expect(status).toBe(1);
  expect(err).toContain('U+0001');
  expect(readFileSync(file, 'utf8')).toBe(document);
});

test.each([[[]], [['a']], [['=x']], [['--nonsense']]])('%j is bad usage', async (args) => {
  expect((await set(...args)).status).toBe(2);
});
