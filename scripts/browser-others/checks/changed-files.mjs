/** A file that changes on disk after it was chosen: what is sent is what was shown, or it is said. */
import { strict as assert } from 'node:assert';
import { renameSync, statSync, truncateSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One that the page holds in memory, and one that it reads from disk. */
const sizes = [100_000, 40_000_000];

/** @type {Readonly<Record<string, (path: string, size: number) => void>>} */
const changes = {
  'changed to the same size, under its old date': (path, size) => {
    const { atime, mtime } = statSync(path);
    writeFileSync(path, Buffer.alloc(size, 'another film '));
    utimesSync(path, atime, mtime);
  },
  'made smaller': (path, size) => truncateSync(path, size / 2),
  'made larger': (path, size) => writeFileSync(path, Buffer.alloc(size * 2, 'another film ')),
  replaced: (path, size) => {
    writeFileSync(`${path}.new`, Buffer.alloc(size, 'another film '));
    renameSync(`${path}.new`, path);
  },
  deleted: (path) => unlinkSync(path),
};

/** @type {readonly import('../run-checks.mjs').Check[]} */
export const changedFiles = Object.entries(changes).flatMap(([name, change], index) =>
  sizes.map((size) => ({
    title: `a file of ${size} bytes that is ${name} after it was chosen is not sent, and why is said`,
    async run({ page, url, folder }) {
      const file = `clip ${index} ${size}.mp4`;
      const path = join(folder, file);
      writeFileSync(path, Buffer.alloc(size, 'a few frames '));
      utimesSync(path, 1_800_000_000, 1_800_000_000);
      await page.open(url);
      await page.chooseFile('Media file', path);
      await page.textWith('any', 'Request body', file);
      change(path, size);
      await page.click('button', 'Send test upload');
      const told = await page.textWith('any', 'Response', 'Choose the file again', 20_000);
      assert.match(told, /^.*Not sent: the media file (changed on disk|can’t be read any more)/);
      assert.match(told, /media-(changed|unreadable)/);
      assert.doesNotMatch(told, /equal|report/);
    },
  })),
);
