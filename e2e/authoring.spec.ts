import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const xml = (parts: string, more = '') => `<account>
  <username>johndow</username>
  <genericMediaUploadUrl>https://my.example/in</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>${parts}</genericMediaUploadMultipartData>
${more}</account>
`;

const twoAliases = xml('a=%sms_to%&amp;b=%sms_to%&amp;f=%media_content%');

test('a key comes with its end tag, and a parameter into its value, by keyboard alone', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const document = xml('f=%media_content%', '  \n');
  await playground.setXml(document);
  await playground.cursorAfter('</genericMediaUploadMultipartData>\n  ', document);
  await page.keyboard.type('<genericMediaUploadCustomH');
  await expect(page.getByRole('option', { name: /genericMediaUploadCustomHeaders/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('X-To: %t');
  await expect(page.getByRole('option', { name: /%to%/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await playground.parameter('to').fill('+42');
  await expect(playground.headers).toContainText(/X-To:?\s*\+42/);
  const key = '<genericMediaUploadCustomHeaders>X-To: %to%</genericMediaUploadCustomHeaders>';
  expect(await playground.copyXml()).toBe(xml('f=%media_content%', `  ${key}\n`));
});

test('a hover says what a key is and which rule it rests on', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const document = xml('f=%media_content%');
  await playground.setXml(document);
  await playground.cursorAfter('<genericMediaUpload', document);
  await page.keyboard.press('Shift+F1');
  await expect(page.getByRole('tooltip').filter({ hasText: 'genericMediaUploadUrl' })).toContainText(
    'documented',
  );
});

test('a quick fix works by keyboard, and undo gives every byte back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(twoAliases);
  await playground.cursorAfter('a=%sms', twoAliases);
  await expect(playground.account.getByRole('button', { name: 'Fix all 2 of this kind' })).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('option', { name: /%to%/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => playground.copyXml()).toBe(twoAliases.replace('%sms_to%', '%to%'));
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => playground.copyXml()).toBe(twoAliases);
});

test('hover, quick fix, completion and undo work by mouse', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(twoAliases);
  const hover = page.getByRole('tooltip').filter({ hasText: 'sms_to' });
  // Monaco closes its menu where the hover goes away in the same moment: then a person tries again.
  await expect(async () => {
    await playground.account.getByText('%sms_to%').first().hover();
    await expect(hover).toContainText('TPL', { timeout: 3000 });
    await hover.getByRole('button', { name: /Quick Fix/ }).click({ timeout: 1000 });
    await page.getByRole('option', { name: /%to%/ }).first().click({ timeout: 1000 });
  }).toPass();
  await expect.poll(() => playground.copyXml()).toBe(twoAliases.replace('%sms_to%', '%to%'));
  await playground.account.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => playground.copyXml()).toBe(twoAliases);
  await playground.cursorAfter('b=', twoAliases);
  await page.keyboard.type('%u');
  await page.getByRole('option', { name: /account\[username\]/ }).click();
  await expect.poll(() => playground.copyXml()).toContain('b=%account[username]%%sms_to%');
});

test('all kinds are fixed by one press, and this service’s keys are copied without a password', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const auth = '<genericMediaUploadAuthPassword>hush</genericMediaUploadAuthPassword>';
  await playground.setXml(
    twoAliases
      .replace('<username>', '<password>s3cret</password><username>')
      .replace('</account>', `<genericMediaUploadTimeout>30 s</genericMediaUploadTimeout>${auth}</account>`),
  );
  await playground.account.getByRole('button', { name: 'Fix all 3', exact: true }).click();
  await expect
    .poll(() => playground.copyXml())
    .toContain('<genericMediaUploadTimeout>30</genericMediaUploadTimeout>');
  expect(await playground.copyXml()).not.toContain('%sms_to%');
  await playground.account.getByRole('button', { name: 'Copy this service’s keys' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^<genericMediaUpload\w+>/);
  expect(copied).toContain('<genericMediaUploadTimeout>30</genericMediaUploadTimeout>');
  expect(copied).not.toMatch(/hush|s3cret|username>/);
});

test('all of a kind are fixed by one press, and undone as one step', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(twoAliases);
  await playground.account.getByRole('button', { name: 'Fix all 2 of this kind' }).first().click();
  await expect.poll(() => playground.copyXml()).toBe(twoAliases.replaceAll('%sms_to%', '%to%'));
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => playground.copyXml()).toBe(twoAliases);
});

test('advice leads to the measured table, with the row of the request marked', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(
    xml('f=%media_content%', '  <genericMediaUploadMethod>PUT</genericMediaUploadMethod>\n'),
  );
  await playground.account.getByRole('tab', { name: /^Advice/ }).click();
  const advice = playground.account.getByRole('list', { name: 'Advice' });
  const opener = advice.getByRole('button', { name: 'See the measurements' }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('dialog', { name: 'How 26 servers parse this' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(27);
  const marked = table.getByRole('row').filter({ hasText: 'your request' });
  await expect(marked.filter({ hasText: 'PUT, bare names' })).toHaveCount(1);
  await expect(marked.getByRole('rowheader')).toBeInViewport();
  await expect(marked).toContainText('answers 200, but parses nothing');
  await page.keyboard.press('Escape');
  await expect(table).toHaveCount(0);
  await expect(opener).toBeFocused();

  // The person’s own server: what it makes of this very request, and its column first.
  const server = playground.request.getByLabel('My server is');
  await server.selectOption('Django');
  await expect(playground.request).toContainText('It answered 200, but parsed nothing: PUT, bare names');
  await page.reload();
  await expect(server).toHaveValue('django');
  await playground.request.getByRole('button', { name: 'All 26' }).click();
  await expect(table.getByRole('columnheader').nth(1)).toContainText('your server');
  await expect(marked.getByRole('cell').first()).toContainText('answers 200, but parses nothing');
});
