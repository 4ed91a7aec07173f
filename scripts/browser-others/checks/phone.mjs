/** One pane at a time, as on a phone: tabs, an upload, its verdict in view, nothing wider than the window. */
import { strict as assert } from 'node:assert';

/** @type {import('../run-checks.mjs').Check} */
export const phone = {
  title: 'on a phone’s size there is a tab for each pane, and the verdict comes into view',
  async run({ page, url }) {
    await page.driver.resize(Math.max(360, page.driver.leastWidth), 740);
    await page.open(url);
    for (const pane of ['Request', 'Test upload', 'Account XML']) {
      await page.click('tab', pane);
      await page.textWith('region', pane, /./);
      const others = ['Account XML', 'Request', 'Test upload'].filter((other) => other !== pane);
      for (const other of others) assert.equal(await page.text('region', other), null);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), pane);
    }
    await page.click('button', 'Send test upload');
    await page.textWith('status', 'Upload', 'Upload succeeded');
    await page.waitFor('that the verdict is in view', () => {
      const title = document.querySelector('[role="status"] p')?.getBoundingClientRect();
      const foot = Array.from(document.querySelectorAll('footer')).at(-1)?.getBoundingClientRect();
      return title !== undefined && foot !== undefined && title.top >= 0 && title.bottom <= foot.top;
    });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await page.driver.consoleErrors(), []);
  },
};
