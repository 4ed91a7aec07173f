import { expect, test } from '../support/test.ts';
import { CheckPage } from './check-page.ts';

test('nothing that has the focus is covered by the bar at the end (WCAG 2.4.11)', async ({ page }) => {
  const check = new CheckPage(page);
  await check.open();
  await check.button.click();
  await check.check.getByRole('button', { name: 'None', exact: true }).focus();
  const bar = await check.start.boundingBox();
  let seen = 0;
  for (; seen < 60; seen += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.evaluate((element) => element.closest('[data-bottom-bar]') !== null)) === true) break;
    const box = await focused.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0), `element ${seen}`).toBeLessThan(bar?.y ?? 0);
  }
  expect(seen).toBeGreaterThan(15);
});
