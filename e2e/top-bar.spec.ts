import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const widths = [320, 360, 412, 500, 640, 700, 768, 900, 1040, 1097, 1280, 1600, 1920, 2560];

test('at every width the buttons of the bar are whole and in one row, and the rest is in More', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const bar = page.getByRole('banner');
  const more = bar.getByRole('button', { name: 'More', exact: true });
  await page.getByLabel('Account XML file').setInputFiles({
    name: `${'a-long-name-'.repeat(9)}.xml`,
    mimeType: 'text/xml',
    buffer: Buffer.from('<account/>'),
  });
  await expect(bar).toContainText('a-long-name');
  const places = () =>
    bar.evaluate((header) => {
      const buttons = [...header.querySelectorAll('button')].filter((one) => one.checkVisibility());
      return {
        boxes: buttons.map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
        isCut: buttons.some((one) => one.scrollWidth > one.clientWidth + 1),
        overflow: header.scrollWidth - header.clientWidth,
        all: header.querySelectorAll('[data-bar-item]').length,
        left: [...header.querySelectorAll('[data-left-out]')].length,
      };
    });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 617 });
    await expect(async () => {
      const { all, boxes, isCut, overflow, left } = await places();
      expect(boxes.length + left, `${width} px`).toBe(all + 1);
      expect({ isCut, overflow }, `${width} px`).toEqual({ isCut: false, overflow: 0 });
      expect(new Set(boxes.map(({ top }) => Math.round(top))).size, `${width} px: rows`).toBe(1);
      for (const [index, box] of boxes.entries()) {
        const before = boxes[index - 1];
        expect(box.left, `${width} px`).toBeGreaterThanOrEqual(before ? before.right : 0);
        expect(box.right, `${width} px`).toBeLessThanOrEqual(width);
      }
    }).toPass();
  }
  const wide = await places();
  expect(wide.left).toBe(0);
  await more.click();
  await expect(page.getByRole('menuitem', { name: /^All commands/ })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Theme/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 360, height: 740 });
  await more.click();
  expect((await places()).left).toBeGreaterThan(4);
  await expect(page.getByRole('menuitem', { name: /^Reference/ })).toBeVisible();
  await page.getByRole('menuitem', { name: /^Theme/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await more.click();
  await page.getByRole('menuitem', { name: /^Present/ }).click();
  await more.click();
  await expect(page.getByRole('menuitem', { name: /^Show passwords/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByRole('menuitem', { name: /^Present: on/ }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-presenting');
});
