/** An upload, its verdict and its receipt, and no error written on the way. */
import { strict as assert } from 'node:assert';

/** @type {import('../run-checks.mjs').Check} */
export const send = {
  title: 'an upload succeeds, and its receipt says that the sent bytes equal the preview',
  async run({ page, url }) {
    await page.open(url);
    await page.click('button', 'Send test upload');
    await page.textWith('status', 'Upload', 'Upload succeeded');
    await page.textWith('group', 'Receipt', 'Sent bytes equal the preview.');
    assert.deepEqual(await page.driver.consoleErrors(), []);
  },
};
