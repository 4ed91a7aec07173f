import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const xml = `<account>
  <username>johndow</username>
  <genericMediaUploadUrl>https://my.example/in?to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>from=%account[username]%&amp;none=%imei%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-To: %to%</genericMediaUploadCustomHeaders>
</account>
`;

/** What is selected in the editor, which has the focus then. */
async function selection(playground: PlaygroundPage): Promise<string> {
  await expect(playground.editor).toBeFocused();
  await playground.page.keyboard.press('ControlOrMeta+C');
  return playground.page.evaluate(() => navigator.clipboard.readText());
}

async function opened(page: Page): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(xml);
  await playground.parameter('to').fill('+420 1');
  await expect(playground.url).toContainText('to=%2B420%201');
  return playground;
}

test('a click on any span of URL, headers and body selects its source', async ({ page }) => {
  const playground = await opened(page);
  for (const [part, name, source] of [
    [playground.url, '%2B420%201', '%to%'],
    [playground.url, 'https://my.example', 'https://my.example'],
    [playground.headers, 'X-To', 'X-To'],
    [playground.body, 'johndow', '%account[username]%'],
    [playground.body, 'sample.jpg', '%media_content%'],
  ] as const) {
    await part.getByRole('button', { name }).click();
    expect(await selection(playground)).toBe(source);
  }
});

test('a click on bytes selects their source too', async ({ page }) => {
  const playground = await opened(page);
  await page.getByRole('tab', { name: 'Bytes' }).click();
  const bytes = page.getByRole('group', { name: 'Bytes of the message' });
  // A value may go on in the next row.
  await bytes.getByText(/^\+/).first().click();
  expect(await selection(playground)).toBe('%to%');
  await page.getByRole('button', { name: 'Media', exact: true }).click();
  await bytes
    .getByText(/^ff( d8)?/)
    .first()
    .click();
  expect(await selection(playground)).toBe('%media_content%');
});

test('an empty parameter has its mark, and by keyboard alone it leads to its source', async ({ page }) => {
  const playground = await opened(page);
  await playground.body.focus();
  await page.keyboard.press('ArrowRight');
  const empty = playground.body.getByRole('button', { name: 'imei' });
  await playground.tabTo(empty, 'ArrowRight');
  await page.keyboard.press('Enter');
  expect(await selection(playground)).toBe('%imei%');
});

test('the cursor in a value marks the places that it affects', async ({ page }) => {
  const playground = await opened(page);
  const from = playground.body.getByRole('button', { name: 'johndow' });
  await expect(from).not.toHaveAttribute('aria-current');
  await playground.cursorBehind('<username>joh', xml);
  await expect(from).toHaveAttribute('aria-current', 'true');
  await expect(playground.headers.getByRole('button', { name: '+420 1' })).not.toHaveAttribute(
    'aria-current',
  );
});

test('a list says where each part of the request comes from, and leads there', async ({ page }) => {
  const playground = await opened(page);
  await playground.request.getByText('Sources of each value').click();
  const list = page.getByRole('list', { name: 'Sources of each value' });
  const row = list.getByRole('button', { name: /^header X-To .*%to% in <genericMediaUploadCustomHeaders>/ });
  await expect(row).toContainText('line 5');
  await row.focus();
  await page.keyboard.press('Enter');
  expect(await selection(playground)).toBe('%to%');
});

test('number rewriting is shown beside the recipient, and a rule leads to the XML', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.chooseExample(/Number rewriting/);
  await playground.parameter('to').fill('777123456');
  await expect(playground.upload).toContainText('After number rewriting: 00420777123456@mms.valley.example');
  await expect(playground.url).toContainText('to=00420777123456%40mms.valley.example');
  await playground.upload.getByText(/^Rule by rule: 2 of 3/).click();
  await playground.upload.getByRole('button', { name: /^Rule 1 did not hold/ }).click();
  expect(await selection(playground)).toBe('<rule>');
});

test('what another assumption would change is shown before it is chosen', async ({ page }) => {
  const playground = await opened(page);
  await page.getByRole('button', { name: /assumptions? affect/ }).click();
  const panel = page.getByRole('region', { name: 'Assumptions' });
  await panel.getByText('What would change: … are always quoted').click();
  await expect(panel).toContainText('Now: Content-Disposition: form-data; name=from');
  await expect(panel).toContainText('Then: Content-Disposition: form-data; name="from"');
  await expect(playground.body).toContainText('name=from');
  await panel.getByText('What would change: … fails and shows message').click();
  await expect(panel).toContainText('Nothing in this request changes.');
  await panel.getByRole('radio', { name: 'are always quoted' }).check();
  await expect(page.getByRole('contentinfo')).toContainText('Quoting: changed');
});

test('invisible characters of the request can be shown, and its text stays the message', async ({ page }) => {
  const playground = await opened(page);
  const selected = () =>
    page.evaluate(
      (names) => {
        const texts = names.map((name) => {
          const part = document.querySelector(`[aria-label="${name}"]`);
          if (part) getSelection()?.selectAllChildren(part);
          return String(getSelection());
        });
        getSelection()?.empty();
        return texts;
      },
      ['Request URL', 'Request headers', 'Request body'],
    );
  const shown = await playground.shownRequest();
  const copied = await selected();
  const toggle = page.getByRole('button', { name: 'Show invisible characters' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const marks = (part: Locator) =>
    part
      .locator('*')
      .evaluateAll((elements) =>
        elements.map((element) => getComputedStyle(element, '::before').content).join(' '),
      );
  for (const part of [playground.headers, playground.body]) {
    await expect.poll(() => marks(part)).toContain('·');
    expect(await marks(part)).toMatch(/CR.LF/);
  }
  expect(await marks(playground.url)).toContain('·');
  expect(await playground.shownRequest()).toEqual(shown);
  expect(await selected()).toEqual(copied);
  await expect(playground.headers.getByRole('button', { name: /^\+420 1/ })).toBeVisible();
  await page.reload();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await toggle.click();
  await expect(playground.request.locator('.line-end')).toHaveCount(0);
});
