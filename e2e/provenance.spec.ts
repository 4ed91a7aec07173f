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

test('a click on any span of URL, headers and body explains it, and changes nothing', async ({ page }) => {
  const playground = await opened(page);
  const card = page.getByRole('dialog');
  for (const [part, name, title, words, source] of [
    [playground.url, '%2B420%201', '%to% in URL', 'Percent-encoded for the URL.', '%to%'],
    [playground.url, 'https://my.example', 'Typed text in URL, host', 'as it is typed', 'https://my.example'],
    [playground.headers, 'X-To', 'Typed text in header name', 'line\u00A05', 'X-To'],
    [
      playground.body,
      'johndow',
      '%account[username]% in part from',
      '<username>, line\u00A02',
      '%account[username]%',
    ],
    [playground.body, 'sample.jpg', 'The media in part file', '41\u202F143 bytes', '%media_content%'],
  ] as const) {
    await playground.editor.focus();
    await part.getByRole('button', { name }).click();
    await expect(card).toHaveAccessibleName(title);
    await expect(card).toContainText(words);
    await expect(playground.account.locator('.source-lit')).toHaveText(source);
    // What was typed next took the place of the source once.
    await expect(playground.editor).not.toBeFocused();
    await page.keyboard.type(' x');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(playground.editor).toBeFocused();
  }
  expect(await playground.copyXml()).toBe(xml);
});

test('the card leads to the field or the node that holds the value, and to the XML', async ({ page }) => {
  const playground = await opened(page);
  const card = page.getByRole('dialog');
  const go = async (part: Locator, name: string, way: string) => {
    await part.getByRole('button', { name }).click();
    await card.getByRole('button', { name: way }).click();
    await expect(card).toBeHidden();
  };
  await go(playground.url, '%2B420%201', 'Edit value');
  await expect(playground.parameter('to')).toBeFocused();
  await go(playground.url, '%2B420%201', 'Show in XML');
  expect(await selection(playground)).toBe('%to%');
  await go(playground.body, 'johndow', 'Edit value');
  expect(await selection(playground)).toBe('johndow');
  await page.keyboard.type('jane');
  await expect(playground.body.getByRole('button', { name: 'jane' })).toBeVisible();
  // While the form is shown too.
  await page.getByRole('tab', { name: 'Form' }).click();
  await go(playground.body, 'sample.jpg', 'Show in XML');
  expect(await selection(playground)).toBe('%media_content%');
});

test('a click on bytes explains them too', async ({ page }) => {
  const playground = await opened(page);
  await page.getByRole('tab', { name: 'Bytes' }).click();
  const bytes = page.getByRole('group', { name: 'Bytes of the message' });
  // A value may go on in the next row.
  await bytes.getByText(/^\+/).first().click();
  await expect(page.getByRole('dialog')).toHaveAccessibleName('%to% in header X-To');
  await page.getByRole('button', { name: 'Media', exact: true }).click();
  await bytes
    .getByText(/^ff( d8)?/)
    .first()
    .click();
  await expect(page.getByRole('dialog')).toHaveAccessibleName('The media in part file');
  await page.getByRole('button', { name: 'Show in XML' }).click();
  expect(await selection(playground)).toBe('%media_content%');
});

test('by keyboard alone an empty parameter is found, explained, and its neighbour after it', async ({
  page,
}) => {
  const playground = await opened(page);
  const card = page.getByRole('dialog');
  await playground.body.focus();
  await page.keyboard.press('ArrowRight');
  const empty = playground.body.getByRole('button', { name: 'imei' });
  await playground.tabTo(empty, 'ArrowRight');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('not set, so it is empty');
  await expect(empty).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(card).toHaveAccessibleName('Typed text in part name');
  await page.keyboard.press('ArrowLeft');
  await expect(card).toHaveAccessibleName('%imei% in part none');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(empty).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(empty).toBeFocused();
  await page.keyboard.press('Enter');
  await playground.tabTo(card.getByRole('button', { name: 'Show in XML' }));
  await page.keyboard.press('Enter');
  expect(await selection(playground)).toBe('%imei%');
});

test('on a phone the card of a span covers nothing of it, and what is unknown is marked as wrong', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(xml.replace('?to=%to%', '?to=%tto%&amp;p=%account[username]%'));
  await playground.showPane('Request');
  const spans = playground.request.getByRole('button', { name: /^(%tto%|johndow|sample\.jpg)/ });
  await expect(spans).toHaveCount(4);
  for (const span of await spans.all()) {
    await span.scrollIntoViewIfNeeded();
    await span.click();
    const box = await page.getByRole('dialog').boundingBox();
    const own = await span.boundingBox();
    if (!box || !own) throw new Error('Card or span has no box.');
    expect(box.y >= own.y + own.height || box.y + box.height <= own.y).toBe(true);
    expect([box.x >= 0, box.x + box.width <= 360, box.y >= 0, box.y + box.height <= 640]).not.toContain(
      false,
    );
    await page.keyboard.press('Escape');
  }
  await expect(spans.first()).toHaveAttribute('data-hue', 'unknown');
  await playground.headers.getByRole('button', { name: /^\+420/ }).click();
  await page.getByRole('button', { name: 'Edit value' }).click();
  await expect(playground.parameter('to')).toBeFocused();
  await playground.showPane('Account XML');
  await expect(playground.account.locator('.hue-unknown')).toHaveText('%tto%');
});

test('the cursor in a value marks the places that it affects', async ({ page }) => {
  const playground = await opened(page);
  const from = playground.body.getByRole('button', { name: 'johndow' });
  await expect(from).not.toHaveAttribute('aria-current');
  await playground.cursorAfter('<username>joh', xml);
  await expect(from).toHaveAttribute('aria-current', 'true');
  await expect(playground.headers.getByRole('button', { name: '+420 1' })).not.toHaveAttribute(
    'aria-current',
  );
});

test('a list says where each part of the request comes from, and explains it', async ({ page }) => {
  const playground = await opened(page);
  await playground.request.getByText('Sources of each value').click();
  const list = page.getByRole('list', { name: 'Sources of each value' });
  const row = list.getByRole('button', { name: /^header X-To .*%to% in <genericMediaUploadCustomHeaders>/ });
  await expect(row).toContainText('line 5');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveAccessibleName('%to% in header X-To');
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
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
