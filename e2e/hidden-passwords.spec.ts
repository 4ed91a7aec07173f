import type { Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

/** Of one length: wide letters and narrow ones. */
const wide = 'Wm@Q8QM~W#';
const narrow = 'il.1:tj,f!';

const xml = (password: string, filling = '') => `<account>
  <username>100</username> <password>${password}</password>
  <voicemailPassword><value lang="en">${password}</value></voicemailPassword>
  <genericMediaUploadUrl>https://media.example/up?p=%account[password]%</genericMediaUploadUrl>
  <genericMediaUploadAuthUsername>u</genericMediaUploadAuthUsername>
  <genericMediaUploadAuthPassword>${password}</genericMediaUploadAuthPassword>
${filling}</account>
`;

/** The two panes that show the document. */
const clip = { x: 0, y: 48, width: 1080, height: 800 };

/** Opens a document and takes its picture once the page holds it, hidden or not. */
async function pictureOf(page: Page, password: string, filling: string): Promise<Buffer> {
  const file = { name: 'account.xml', mimeType: 'text/xml', buffer: Buffer.from(xml(password, filling)) };
  await page.getByLabel('Account XML file').setInputFiles(file);
  // No view need hold a hidden password; what the tab keeps is what was drawn a moment before.
  await page.waitForFunction((text) => JSON.stringify({ ...sessionStorage }).includes(text), password);
  return page.screenshot({ animations: 'disabled', clip });
}

async function expectHidden(page: Page, filling = ''): Promise<void> {
  const areEqual = async () =>
    (await pictureOf(page, wide, filling)).equals(await pictureOf(page, narrow, filling));
  await pictureOf(page, narrow, filling);
  await expect.poll(areEqual, 'pictures of hidden passwords').toBe(true);
  await page.getByRole('button', { name: 'Show passwords' }).click();
  expect(await areEqual(), 'pictures of shown passwords').toBe(false);
}

test('hidden passwords look like any others, pixel for pixel, in the editor', async ({ page }) => {
  await new PlaygroundPage(page).open();
  await expectHidden(page);
});

test('hidden passwords look like any others, pixel for pixel, in the form', async ({ page }) => {
  await new PlaygroundPage(page).open();
  await page.getByRole('tab', { name: 'Form' }).click();
  await expectHidden(page);
});

for (const [size, filling] of [
  ['a document', ''],
  ['a document too long to be coloured', `${'<!-- filling -->\n'.repeat(4000)}`],
] as const) {
  test(`hidden passwords of ${size} look like any others, pixel for pixel, where no editor comes`, async ({
    page,
  }) => {
    await page.route(/\/assets\/xml-editor.*\.js$/, (route) => route.abort());
    await page.goto('/');
    const field = page.getByRole('textbox', { name: 'Account XML', exact: true });
    await expect(page.getByText('The editor could not be loaded')).toBeVisible();
    await expect(field.and(page.locator('textarea'))).toBeVisible();
    await expectHidden(page, filling);
    await expect(page.locator('[aria-roledescription="editor"]')).toHaveCount(0);
  });
}

test('where no editor comes, a hidden password can be typed, changed and copied', async ({ page }) => {
  await page.route(/\/assets\/xml-editor.*\.js$/, (route) => route.abort());
  await page.goto('/');
  const playground = new PlaygroundPage(page);
  await expect(page.getByText('The editor could not be loaded')).toBeVisible();
  await playground.setXml('');
  await page.keyboard.type('<account><password>Seret</password></account>');
  await expect(playground.editor).toHaveValue('<account><password>•••••</password></account>');
  await playground.cursorAfter('Se', '<account><password>Seret');
  await page.keyboard.type('c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('R');
  expect(await playground.copyXml()).toBe('<account><password>SecRet</password></account>');
  await expect(playground.editor).toHaveValue('<account><password>••••••</password></account>');
});
