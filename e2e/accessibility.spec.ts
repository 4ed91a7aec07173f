import type { Locator, Page } from '@playwright/test';
import { expectAccessibleInBoth } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const xmlOf = (url: string) =>
  `<account><genericMediaUploadUrl>${url}</genericMediaUploadUrl><genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData></account>`;
const faulty = (origin: string) =>
  `<account><genericMediaUploadUrl>${origin}/%nope%</genericMediaUploadUrl><genericMediaUploadCustomHeaders>bad</genericMediaUploadCustomHeaders></account>`;

/** The page, opened, and what looks at a state of it in light and in dark. */
async function looked(page: Page) {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const is = (state: string, part?: string) => expectAccessibleInBoth(page, state, part);
  return { playground, is };
}

async function sendTheSample(playground: PlaygroundPage): Promise<void> {
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.response.getByRole('region', { name: 'What arrived' })).toBeVisible();
}

const opened = ':is([role="dialog"], dialog[open])';

// By WCAG 2.2 AA and good practice, light and dark: a few states a test, so that each is short.
test.describe('axe finds nothing in', () => {
  test('the first visit and its tour', async ({ page }) => {
    const { is } = await looked(page);
    await is('the first visit');
    await page.getByRole('button', { name: 'Take the tour' }).click();
    await page.getByRole('dialog', { name: 'The Account XML' }).waitFor();
    await is('the tour', opened);
  });

  test('the lists of commands and behaviours, and the drafts', async ({ page }) => {
    const { playground, is } = await looked(page);
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('option', { name: 'Send test upload' }).waitFor();
    await is('all commands', opened);
    await page.keyboard.press('Escape');
    await playground.upload.getByRole('button', { name: /^Demo server: / }).click();
    await page
      .getByRole('dialog', { name: 'Behaviour of the demo server' })
      .getByRole('option')
      .first()
      .waitFor();
    await is('the behaviours of the demo server', opened);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Drafts' }).click();
    await page.getByRole('checkbox', { name: 'Keep drafts' }).waitFor();
    await is('what drafts keep', opened);
  });

  test('the card of a span, and the bytes', async ({ page }) => {
    const { playground, is } = await looked(page);
    const { request } = playground;
    await request.locator('[data-param="to"][data-place]').first().click();
    await page.getByRole('button', { name: 'Show in XML' }).waitFor();
    await is('a card of the request', '[aria-label="Request"]');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Bytes', exact: true }).click();
    await page.getByRole('group', { name: 'Bytes of the message' }).waitFor();
    await is('the bytes', '[aria-label="Request"]');
  });

  // A thousand cells.
  test('the examples and the measured table', async ({ page }) => {
    const { playground, is } = await looked(page);
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem').first().waitFor();
    await is('the menu of examples', '[role="menu"]');
    await page.keyboard.press('Escape');
    await playground.request.getByRole('button', { name: 'All 26' }).click();
    await page.getByRole('dialog', { name: 'How 26 servers parse this' }).waitFor();
    await is('the measured table', opened);
  });

  test('a success with everything unfolded', async ({ page }) => {
    const { playground, is } = await looked(page);
    const { request, upload, response } = playground;
    await sendTheSample(playground);
    await request.getByText('Sources of each value').click();
    await upload.getByText('Other parameters').click();
    await upload.getByText('Boundary and locale').click();
    await response.getByText('How other parsers read it').click();
    await response.getByText('Uploads to the demo server').click();
    await is('a success, everything unfolded');
  });

  test('the result of an earlier request', async ({ page }) => {
    const { playground, is } = await looked(page);
    await sendTheSample(playground);
    await playground.parameter('to').fill('+1');
    await expect(playground.response.getByText('Result of an earlier request.')).toBeVisible();
    await is('a result of an earlier request', '[aria-label="Response"]');
  });

  test('faults of every severity, a failure of the connection, the advice', async ({ page, rawServer }) => {
    const { playground, is } = await looked(page);
    const { account } = playground;
    const gone = await rawServer(() => {});
    await gone.close();
    await playground.setXml(faulty(gone.origin));
    await expect(account).toContainText('HDR-4');
    await playground.send.click();
    await expect(page.getByText(/connection refused/).first()).toBeVisible();
    await is('problems, and a failure of the connection');
    await account.getByRole('tab', { name: /^Advice/ }).click();
    await is('the advice', '[aria-label="Problems"]');
    await page.getByRole('button', { name: 'Present' }).click();
    await is('presenting a failure of the connection');
  });

  test('the Reference', async ({ page }) => {
    const { playground, is } = await looked(page);
    await playground.setXml(faulty('https://media.example'));
    await playground.account.getByRole('button', { name: 'TPL-5' }).click();
    await expect(
      page.getByRole('region', { name: 'Reference' }).locator('[aria-current="true"]'),
    ).toBeVisible();
    // All of it would take long: what is found by a word has every kind of entry.
    await page.getByRole('textbox', { name: 'Search the Reference' }).fill('TPL-5');
    await is('the Reference', '[aria-label="Reference"]');
  });

  test('the form and the assumptions', async ({ page }) => {
    const { playground, is } = await looked(page);
    const { account } = playground;
    await playground.setXml(faulty('https://media.example'));
    await expect(account).toContainText('HDR-4');
    await page.getByRole('button', { name: /assumptions? affects? this request/ }).click();
    await page.getByRole('region', { name: 'Assumptions' }).waitFor();
    await is('the assumptions', 'section:has(> header)[aria-labelledby]');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Form', exact: true }).click();
    await account.getByRole('textbox', { name: 'genericMediaUploadUrl' }).first().waitFor();
    await is('the form', '[aria-label="Account XML"]');
  });

  test('a refusal while presenting, and a document of which no request is made', async ({ page }) => {
    const { playground, is } = await looked(page);
    await playground.setXml(xmlOf(`${new URL('/demo/upload', page.url())}?status=402`));
    await expect(playground.url).toContainText('status=402');
    await page.getByRole('button', { name: 'Present' }).click();
    await playground.send.click();
    await expect(playground.verdict).toHaveText(/^Upload failed/);
    await is('presenting a refusal', '[aria-label="Test upload"], [aria-label="Response"]');
    await page.getByRole('button', { name: 'Present' }).click();
    await playground.setXml('no xml');
    await expect(playground.url).toHaveCount(0);
    await is('no request', '[aria-label="Request"]');
  });

  test('the panes of a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const { playground, is } = await looked(page);
    await is('a phone: the Account XML');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem').first().waitFor();
    await is('a phone: the menu of commands', '[role="menu"]');
    await page.keyboard.press('Escape');
    await playground.showPane('Request');
    await is('a phone: the request', 'main');
  });

  test('a card and a verdict on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const { playground, is } = await looked(page);
    await playground.showPane('Request');
    await playground.request.locator('[data-param="to"][data-place]').first().click();
    await page.getByRole('button', { name: 'Show in XML' }).waitFor();
    await is('a phone: a card of the request', 'main');
    await page.keyboard.press('Escape');
    await sendTheSample(playground);
    await is('a phone: the test upload and its verdict');
  });
});

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
  // An example, past the top bar, and the editor by Tab.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the panes' })).toBeFocused();
  await playground.tabTo(page.getByRole('button', { name: 'Examples' }));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /PUT, JSON reply/ }).waitFor();
  for (let step = 0; step < 9; step += 1) {
    if (
      await page
        .getByRole('menuitem', { name: /PUT, JSON reply/ })
        .evaluate((item) => item === document.activeElement)
    )
      break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(playground.url).toContainText('PUT');
  await playground.tabTo(page.getByRole('link', { name: 'Skip to the panes' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  // Into the editor by Tab, change the document there, and out again.
  await playground.tabTo(playground.editor);
  await page.keyboard.press('ControlOrMeta+A');
  const xml = xmlOf(`${new URL('/demo/upload', page.url())}?to=%to%`);
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
  // From the reason of the verdict into the Reference, and back.
  const reason = playground.response.getByRole('button', { name: 'RES-1' });
  await playground.tabTo(reason);
  await page.keyboard.press('Enter');
  const entry = page.getByRole('article', { name: /^RES-1/ });
  await expect(entry).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reason).toBeFocused();
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
