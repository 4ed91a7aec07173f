import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

for (const width of [360, 1280]) {
  test(`the tour is offered once and goes by keyboard, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const playground = new PlaygroundPage(page);
    await playground.open();
    const offer = page.getByRole('button', { name: 'Take the tour' });
    await offer.focus();
    await page.keyboard.press('Enter');
    const step = (title: string) => page.getByRole('dialog', { name: title });
    await expect(step('The Account XML').getByRole('button', { name: 'Next' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(step('The request')).toBeInViewport({ ratio: 1 });
    await expect(playground.request).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(step('The test upload')).toBeInViewport({ ratio: 1 });
    await expect(playground.upload).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(step('The request')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(step('The response')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('ArrowRight');
    await expect(step('When in doubt').getByRole('button', { name: 'Done' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(step('When in doubt')).toHaveCount(0);
    await expect(offer).toHaveCount(0);
    await page.reload();
    await playground.editorReady();
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('combobox', { name: 'Search commands' }).fill('tour');
    await expect(offer).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(step('The Account XML')).toBeVisible();
  });
}
