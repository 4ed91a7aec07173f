/** 200 MB from the page through the proxy, every byte compared. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const bytes = 200_000_000;

/** @type {import('../run-checks.mjs').Check} */
export const largeFile = {
  title: 'a file of 200 MB is uploaded, and its receipt says equal',
  async run({ page, url, folder }) {
    const path = join(folder, 'long clip.mp4');
    const file = await open(path, 'w');
    await file.write(Buffer.from('\0\0\0\x20ftypisom', 'latin1'));
    await file.truncate(bytes);
    await file.close();
    await page.open(url);
    await page.chooseFile('Media file', path);
    await page.textWith('any', 'Request body', 'long clip.mp4');
    await page.click('button', 'Send test upload');
    await page.textWith('status', 'Upload', 'Upload succeeded', 40_000);
    await page.textWith('group', 'Receipt', 'Sent bytes equal the preview.', 40_000);
  },
};
