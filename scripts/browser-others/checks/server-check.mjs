/** A check of the demo server: planned, sent, judged and masked in a worker, its results in a table. */
import { strict as assert } from 'node:assert';

/** @type {import('../run-checks.mjs').Check} */
export const serverCheck = {
  title: 'a check of the demo server passes, its media fetched',
  async run({ page, url }) {
    await page.open(url);
    await page.click('button', 'Check server');
    await page.waitFor('that what will be sent is known', () => {
      const panel = document.querySelector('[aria-label="What will be sent"]');
      return /\d uploads/.test(panel?.textContent ?? '');
    });
    await page.click('button', 'None');
    // The first group has three: photos and clips.
    await page.click('button', 'Show 3 scenarios');
    await page.click('checkbox', 'A photo');
    await page.click('checkbox', 'A clip');
    await page.click('button', 'Start the check');
    await page.waitFor('that both passed', () =>
      Array.from(document.querySelectorAll('b')).some(({ textContent }) => textContent === '2 passed'),
    );
    await page.click('button', 'A photo');
    await page.waitFor('that its media came back', () =>
      Array.from(document.querySelectorAll('li')).some(({ textContent }) =>
        textContent?.includes('media_url gives the same bytes back'),
      ),
    );
    assert.deepEqual(await page.driver.consoleErrors(), []);
  },
};
