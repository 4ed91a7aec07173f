import type { Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

/** How much longer the document is than its window or, where the panes stand below each other, than the page. */
function surplus(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollHeight } = document.documentElement;
    const ends = Array.from(document.querySelectorAll('#root > *'), (element) =>
      getComputedStyle(element).position === 'fixed' ? 0 : element.getBoundingClientRect().bottom + scrollY,
    );
    return scrollHeight - Math.max(innerHeight, Math.round(Math.max(...ends)));
  });
}

const refused = `<account>
<genericMediaUploadUrl>http://127.0.0.1:9/up</genericMediaUploadUrl>
<genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>`;

for (const [width, height] of [
  [360, 720],
  [768, 1024],
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`the document is no longer than the page at ${width} by ${height}, whatever was sent`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const playground = new PlaygroundPage(page);
    await playground.open();
    expect(await surplus(page), 'first visit').toBe(0);
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    await expect(page.getByRole('group', { name: 'Receipt' })).toContainText('Sent bytes');
    expect(await surplus(page), 'success').toBe(0);
    for (const summary of await playground.response.locator('summary').all()) await summary.click();
    expect(await surplus(page), 'all of the reply').toBe(0);
    await playground.setXml(refused);
    await expect(playground.url).toContainText('127.0.0.1:9');
    await playground.send.click();
    await expect(playground.response).toContainText('Not sent');
    expect(await surplus(page), 'failure').toBe(0);
    await page.getByRole('tab', { name: 'Form' }).click();
    await expect(page.getByRole('textbox', { name: 'genericMediaUploadUrl' })).toBeVisible();
    expect(await surplus(page), 'form').toBe(0);
  });
}
