import { expectAccessible } from './support/axe.ts';
import { FormView } from './support/form-view.ts';
import { expect, test } from './support/test.ts';

const xml = [
  '\uFEFF<?xml version="1.0"?>',
  '<account>',
  '\t<!-- photos & clips -->',
  "\t<username  lang='x'>john&#100;ow</username>",
  '\t<genericMediaUploadUrl><![CDATA[https://my.example/in?a=1&b=2]]></genericMediaUploadUrl>',
  '\t<genericMediaUploadMultipartData>',
  '\t\tfrom=%account[username]%&amp;<!-- who -->',
  '\t\tto=%to%&amp;',
  '\t\tfile=%media_content%',
  '\t</genericMediaUploadMultipartData>',
  '\t<genericMediaUploadCustomHeaders>X-One: 1\\nno colon</genericMediaUploadCustomHeaders>',
  '</account>',
  '',
].join('\r\n');

test('an edit in the form changes exactly those bytes, and undo brings them back', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(xml);
  await form.field('genericMediaUploadUrl').fill('https://my.example/in?a=1&b=%to%&c=<3>');
  await expect(form.url).toContainText('https://my.example/in?a=1&b=');
  expect(await form.savedXml()).toBe(xml.replace('b=2]]>', 'b=%to%&c=<3>]]>'));
  await form.field('Value of header 1').fill('a < b');
  expect(await form.savedXml()).toBe(
    xml.replace('b=2]]>', 'b=%to%&c=<3>]]>').replace('X-One: 1', 'X-One: a &lt; b'),
  );
  // The editor's: the notice about the opened document has one too.
  const undo = form.button('Undo').and(page.locator('[aria-disabled]'));
  await undo.click();
  await undo.click();
  await expect(undo).toHaveAttribute('aria-disabled', 'false');
  expect(await form.savedXml()).toBe(xml);
});

test('parts are added, moved and removed by keyboard', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(xml);
  await form.button('Add part').focus();
  await page.keyboard.press('Enter');
  // Its name is selected, to be typed over; what would start another part is escaped.
  await expect(form.field('Name of part 4')).toBeFocused();
  await page.keyboard.type('text');
  await page.keyboard.press('Tab');
  await page.keyboard.type('you & me');
  await expect(form.account).toContainText('Written as you %26 me');
  const added = xml.replace('media_content%', 'media_content%&amp;\r\n\t\ttext=you %26 me');
  expect(await form.savedXml()).toBe(added);

  await form.button('Move part 4 up').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(form.button('Move part 2 up')).toBeFocused();
  expect(await form.savedXml()).toBe(
    xml
      .replace('to=%to%&amp;\r\n\t\tfile', 'text=you %26 me&amp;\r\n\t\tto')
      .replace('=%media_content%', '=%to%&amp;\r\n\t\tfile=%media_content%'),
  );

  await form.button('Remove part 2').focus();
  await page.keyboard.press('Enter');
  await expect(form.field('Name of part 4')).toHaveCount(0);
  expect(await form.savedXml()).toBe(xml);
});

test('a part is dragged to another place', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(xml);
  const row = (at: number) =>
    form.account
      .getByRole('listitem')
      .filter({ has: page.getByLabel(`Name of part ${at}`, { exact: true }) });
  const grip = row(3).locator('[draggable]');
  await grip.dragTo(row(2), { targetPosition: { x: 4, y: 2 } });
  await expect(form.field('Name of part 2')).toHaveValue('file');
  expect(await form.savedXml()).toBe(
    xml.replace(/to=%to%(&amp;\r\n\t\t)file=%media_content%/, 'file=%media_content%$1to=%to%'),
  );
});

test('a parameter is put in at the cursor, and around what is selected', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(xml);
  const value = form.field('Value of header 1');
  await value.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await form.button('Insert a parameter into Value of header 1').click();
  await page.getByRole('menuitem', { name: /sha1/ }).click();
  await expect(value).toHaveValue('%sha1(1)%');
  await expect(value).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await form.button('Insert a parameter into Value of header 1').click();
  await expect(page.getByRole('menuitem', { name: /media_content/ })).toHaveCount(0);
  await page.getByRole('menuitem', { name: /account\[username\]/ }).click();
  await expect(value).toHaveValue('%sha1(1%account[username]%)%');
  await expect(form.headers).toContainText('X-One');
});

test('a key is added, emptied and removed', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(xml);
  await form.button('Add genericMediaUploadTimeout').click();
  await expect(form.field('genericMediaUploadTimeout')).toBeFocused();
  await page.keyboard.type('5x');
  await expect(form.key('genericMediaUploadTimeout')).toContainText('30 is used');
  const added = (value: string) =>
    xml.replace(
      /\r\n<\/account>/,
      `\r\n\t<genericMediaUploadTimeout>${value}</genericMediaUploadTimeout>\r\n</account>`,
    );
  expect(await form.savedXml()).toBe(added('5x'));
  await form.field('genericMediaUploadTimeout').fill('');
  expect(await form.savedXml()).toBe(added(''));
  await form.button('Remove genericMediaUploadTimeout').click();
  await expect(form.button('Add genericMediaUploadTimeout')).toBeVisible();
  expect(await form.savedXml()).toBe(xml);
});

test('what XML can’t hold is refused at the field and kept there', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(xml);
  await form.field('Value of part 2').fill('a\u0001b');
  await expect(form.account).toContainText("XML can't hold the character U+0001");
  await expect(form.field('Value of part 2')).toHaveValue('a\u0001b');
  expect(await form.savedXml()).toBe(xml);
  await form.field('Value of part 2').press('Escape');
  await expect(form.field('Value of part 2')).toHaveValue('%to%');
});

test('undo in the XML takes back what was typed in the form, and the cursor stays', async ({ page }) => {
  const form = new FormView(page);
  const plain =
    '<account>\n  <genericMediaUploadUrl>https://a.example/</genericMediaUploadUrl>\n</account>\n';
  await form.openDocument(plain);
  await form.tab('XML').click();
  await form.cursorAfter('</genericMediaUploadUrl>', plain);
  await form.tab('XML').focus();
  await page.keyboard.press('ArrowRight');
  await form.field('genericMediaUploadUrl').fill('https://longer.example/');
  await form.tab('Form').focus();
  await page.keyboard.press('ArrowLeft');
  await form.editor.focus();
  await page.keyboard.type('!');
  expect(await form.copyXml()).toContain('https://longer.example/</genericMediaUploadUrl>!\n');
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(form.url).toContainText('https://a.example/');
  expect(await form.copyXml()).toBe(plain);
});

test('the form stays after a reload, and says what it can’t show', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(
    '<account><genericMediaUploadUrl>https://a.example/?a&b</genericMediaUploadUrl></account>',
  );
  await expect(form.account).toContainText('The form can’t show this document.');
  await page.reload();
  await expect(form.tab('Form')).toHaveAttribute('aria-selected', 'true');
  await expect(form.account).toContainText('not well-formed');
  // One press mends it, once the editor is there to take the edit.
  await form.account.getByRole('button', { name: '&amp;' }).first().click();
  await expect(form.field('genericMediaUploadUrl')).toHaveValue('https://a.example/?a&b');
});

test('a problem leads from the form to its place in the XML', async ({ page }) => {
  const form = new FormView(page);
  await form.openDocument(xml);
  await expect(form.field('Line of header 2')).toHaveValue('no colon');
  await form.button('Show in the XML').click();
  await expect(form.tab('XML')).toHaveAttribute('aria-selected', 'true');
  await expect(form.editor).toBeFocused();
});

// At 1440 px accessibility.spec.ts looks at it.
test('the form with a fault in it can be used by everybody on a phone', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 900 });
  const form = new FormView(page);
  await form.openDocument(xml);
  await form.field('Name of header 1').fill('a b');
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('a hidden password is kept from a screen reader too, and typing goes on while it becomes one', async ({
  page,
}) => {
  const form = new FormView(page);
  const secret = 'Zq7 secret';
  await form.openDocument(
    `<account><password>${secret}</password><genericMediaUploadUrl>https://h.example/%account[password]%</genericMediaUploadUrl><genericMediaUploadAuthPassword>${secret}</genericMediaUploadAuthPassword></account>`,
  );
  const field = form.field('genericMediaUploadAuthPassword');
  for (const hidden of [field, form.parameter('account[password]')]) {
    await expect(hidden).toHaveValue(secret);
    await expect(hidden).toHaveAttribute('type', 'password');
    await expect(hidden).toHaveRole('textbox');
  }
  const session = await page.context().newCDPSession(page);
  const tree = await session.send('Accessibility.getFullAXTree');
  const values = tree.nodes.flatMap(({ value }) => [value?.value]);
  expect(values).toContain('•'.repeat(secret.length));
  expect(values).not.toContain(secret);
  await field.fill('%to%');
  await expect(field).not.toHaveAttribute('type', 'password');
  await field.press('End');
  await page.keyboard.type('x&y');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveValue('%to%x&y');
  await form.button('Show genericMediaUploadAuthPassword').click();
  await expect(field).not.toHaveAttribute('type', 'password');
  await expect(field).toHaveValue('%to%x&y');
});
