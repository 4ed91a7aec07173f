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

/** Opens a document and takes its picture once the pane holds it, hidden or not. */
async function pictureOf(page: Page, password: string, filling: string): Promise<Buffer> {
  const file = { name: 'account.xml', mimeType: 'text/xml', buffer: Buffer.from(xml(password, filling)) };
  await page.getByLabel('Account XML file').setInputFiles(file);
  await page.waitForFunction((text) => {
    const views = document.querySelectorAll(
      'section[aria-label="Account XML"] :is(.view-lines, textarea, input)',
    );
    return Array.from(views).some((view) =>
      ('value' in view ? String(view.value) : (view.textContent ?? '')).includes(text),
    );
  }, password);
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

test('hidden passwords can’t be told from others by any pixel in the editor', async ({ page }) => {
  await new PlaygroundPage(page).open();
  await expectHidden(page);
});

test('hidden passwords can’t be told from others by any pixel in the form', async ({ page }) => {
  await new PlaygroundPage(page).open();
  await page.getByRole('tab', { name: 'Form' }).click();
  await expectHidden(page);
});

for (const [size, filling] of [
  ['a document', ''],
  ['a document too long to be coloured', `${'<!-- filling -->\n'.repeat(4000)}`],
] as const) {
  test(`hidden passwords of ${size} can’t be told by any pixel where no editor comes`, async ({ page }) => {
    await page.route(/\/assets\/xml-editor.*\.js$/, (route) => route.abort());
    await page.goto('/');
    await expect(page.getByLabel('Account XML', { exact: true }).and(page.locator('textarea'))).toBeVisible();
    await expectHidden(page, filling);
    await expect(page.locator('[aria-roledescription="editor"]')).toHaveCount(0);
  });
}
