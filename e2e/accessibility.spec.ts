import type { Locator } from '@playwright/test';
import { expectNothingSerious } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${colorScheme}`, async ({ page, rawServer }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await expectNothingSerious(page);
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    await expectNothingSerious(page);
    // With faults of every severity in the list, and a transport failure.
    const gone = await rawServer(() => {});
    await gone.close();
    await playground.setXml(
      `<account><genericMediaUploadUrl>${gone.origin}/%nope%</genericMediaUploadUrl><genericMediaUploadCustomHeaders>bad</genericMediaUploadCustomHeaders></account>`,
    );
    await expect(playground.account).toContainText('HDR-4');
    await playground.send.click();
    await expect(page.getByText(/connection refused/).first()).toBeVisible();
    await expectNothingSerious(page);
    await playground.setXml('no xml');
    await expect(playground.url).toHaveCount(0);
    await expectNothingSerious(page);
  });
}

for (const width of [360, 1280, 1920]) {
  test(`nothing is cut off sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const panes = [playground.upload, playground.response];
    if (width > 1040) panes.push(playground.account, playground.request);
    for (const pane of panes) await expect(pane).toBeVisible();
  });
}

test('the whole journey works by keyboard', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  // Into the editor by Tab, change the document there, and out again.
  await playground.tabTo(playground.editor);
  await page.keyboard.press('ControlOrMeta+A');
  const xml = `<account><genericMediaUploadUrl>${new URL('/demo/upload', page.url())}?to=%to%</genericMediaUploadUrl><genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData></account>`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), xml);
  await page.keyboard.press('ControlOrMeta+V');
  await playground.tabTo(playground.parameter('to'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('+420 1');
  await expect(playground.url).toContainText('to=%2B420%201');
  const chooser = page.waitForEvent('filechooser');
  await playground.tabTo(playground.upload.getByRole('button', { name: /^Choose/ }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({
    name: 'k.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('ffd8ff', 'hex'),
  });
  await expect(playground.body).toContainText('filename=k.jpg');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
});

test('F8 goes to the next problem', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(
    '<account>\n<genericMediaUploadUrl>https://m.example/%nope%</genericMediaUploadUrl>\n</account>',
  );
  await expect(playground.account).toContainText('TPL-5');
  await playground.parameter('to').or(playground.send).first().focus();
  await page.keyboard.press('F8');
  await expect(playground.editor).toBeFocused();
});

test('in forced colours one sees what is chosen, and what the body is made of', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const ground = (locator: Locator) =>
    locator.evaluate((element) => getComputedStyle(element).backgroundColor);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await tab('Form').click();
  const method = playground.account.getByRole('radiogroup', { name: 'genericMediaUploadMethod' });
  const option = (title: string) => method.locator('label').filter({ hasText: title });
  for (const [chosen, other] of [
    [tab('Form'), tab('XML')],
    [tab('Message'), tab('Bytes')],
    [option('POST'), option('PUT')],
  ] as const)
    expect(await ground(chosen)).not.toBe(await ground(other));
  const parts = playground.request.locator('[data-share]');
  expect(await ground(parts.first())).not.toBe(await ground(playground.request));
  expect(await ground(parts.nth(1))).not.toBe(await ground(parts.first()));
});

test('when forced colours end the editor is back in the colours of the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const ground = () =>
    page
      .locator('.monaco-editor')
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const own = await ground();
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(ground).not.toBe(own);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(ground).toBe(own);
});

test('in a narrow pane a parameter’s name and value each have a line', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.showPane('Test upload');
  const name = playground.upload.getByRole('button', { name: 'account[username]', exact: true });
  expect(await name.evaluate((label) => label.getClientRects().length)).toBe(1);
  expect((await name.boundingBox())?.height).toBeLessThan(25);
  expect((await playground.parameter('account[username]').boundingBox())?.height).toBeLessThan(30);
});
