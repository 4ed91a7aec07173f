/** What `npm pack` makes, used as somebody who has nothing but that file. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { root } from './lib/ensure-built.mjs';
import { installPackage, runByNpx, runProgram, serveInstalled } from './lib/installed-package.mjs';

const workshop = mkdtempSync(join(tmpdir(), 'playground-packed-'));
/** @type {import('./lib/installed-package.mjs').InstalledPackage} */
let installed;

beforeAll(async () => {
  installed = await installPackage(workshop);
}, 300_000);
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

const account = (/** @type {string} */ url) => `<account>
  <username>555</username>
  <genericMediaUploadUrl>${url}</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

test('it brings all that it needs, nothing that it does not, and the licences of what is in it', () => {
  const { packed, folder } = installed;
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'media-upload-playground',
  ]);
  const paths = packed.files.map(({ path }) => path);
  expect(
    paths.filter((path) => !/^(?:bin|dist)\/|^(?:package\.json|README\.md|LICENSE)$/.test(path)),
  ).toEqual([]);
  expect(paths.filter((path) => /\.map$|\/\./.test(path))).toEqual([]);
  // 4.7 MB and 9.6 MB when this was written, most of it the editor: more is worth a look.
  expect(packed.size).toBeLessThan(6_000_000);
  expect(packed.unpackedSize).toBeLessThan(12_000_000);
  const licences = (/** @type {string} */ side) =>
    readFileSync(
      join(folder, 'node_modules', 'media-upload-playground', 'dist', side, 'third-party-licenses.txt'),
      'utf8',
    );
  for (const name of ['react', 'monaco-editor', 'hash-wasm', '@fontsource-variable/inter']) {
    expect(licences('client')).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
  expect(licences('client')).toContain('SIL OPEN FONT LICENSE');
  expect(licences('server')).toMatch(/^busboy \d/m);
});

test('npx runs it from the file', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect((await runByNpx(installed, ['--version'])).trim()).toBe(version);
});

test('it serves the page, previews, checks, and sends to its own demo server', async () => {
  const { url, stop } = await serveInstalled(installed);
  onTestFinished(stop);
  const page = await (await fetch(url)).text();
  const [, script = ''] = /data-script="([^"]+)"/.exec(page) ?? [];
  expect((await fetch(new URL(script, url))).status).toBe(200);
  const file = join(installed.folder, 'account.xml');
  writeFileSync(file, account(new URL('/demo/upload', url).href));
  const run = (/** @type {string[]} */ ...arguments_) => runProgram(installed, arguments_);
  const [preview, check, send, judge, explain] = await Promise.all([
    run('preview', file, '--param', 'to=+420777123456'),
    run('check', file, '--no-advice'),
    run('send', file, '--param', 'to=+420777123456'),
    run('judge', file, '--status', '200'),
    run('explain', 'TPL-8'),
  ]);
  expect(preview.out).toMatch(/^POST \/demo\/upload HTTP\/1\.1\r\n/);
  expect(preview.out).toContain('+420777123456');
  expect(check).toMatchObject({ status: 0 });
  expect(send).toMatchObject({ status: 0, out: expect.stringMatching(/^Upload succeeded/) });
  expect(judge).toMatchObject({ status: 1, out: expect.stringMatching(/^Upload failed/) });
  expect(explain).toMatchObject({ status: 0 });
});

test('the example of docs/library.md runs against the package, its types hold, and it needs nothing of Node', () => {
  const { folder } = installed;
  const docs = readFileSync(join(root, 'docs', 'library.md'), 'utf8');
  const [, example = ''] = /```js\n(.*?)```/s.exec(docs) ?? [];
  writeFileSync(join(folder, 'example.js'), example);
  copyFileSync(join(root, 'public', 'sample.jpg'), join(folder, 'photo.jpg'));
  const printed = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
  expect(printed).toContain('POST https://example.com/upload?user=555\n');
  expect(printed).toMatch(/^41\d{3} bytes$/m);
  expect(printed).toContain('true https://example.com/m/1.jpg\n');

  writeFileSync(
    join(folder, 'example.ts'),
    `import { buildRequest, judgeResponse, type UploadRequest } from 'media-upload-playground';
const { request } = buildRequest('<account/>', { media: { size: 1 } });
const named: UploadRequest | null = request;
export const shown: string | null = judgeResponse({ status: 200, body: named?.url ?? '' }).shown;
// @ts-expect-error There is no such option.
buildRequest('<account/>', { media: { size: 1 }, assumptions: { 'part-names': 'bare' } });
`,
  );
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
  execFileSync(process.execPath, [tsc, ...options, '--lib', 'es2022', 'example.ts'], {
    cwd: folder,
    stdio: 'inherit',
  });

  const shipped = join(folder, 'node_modules', 'media-upload-playground', 'dist', 'library');
  expect(readFileSync(join(shipped, 'library.js'), 'utf8')).not.toMatch(/^import |\brequire\(|\bprocess\./m);
});
