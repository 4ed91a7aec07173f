/** The first visit writes no error, and fits its window. */
import { strict as assert } from 'node:assert';

/** @type {import('../run-checks.mjs').Check} */
export const firstVisit = {
  title: 'a first visit shows the request and writes no error',
  async run({ page, url }) {
    await page.open(url);
    await page.textWith('any', 'Request URL', 'demo');
    await page.textWith('any', 'Request body', 'Content-Disposition');
    assert.deepEqual(await page.driver.consoleErrors(), []);
  },
};
