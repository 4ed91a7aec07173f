import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe.ts';
import { reply, success, whenComplete } from '../support/raw-server.ts';
import { expect, test } from '../support/test.ts';
import { CheckPage } from './check-page.ts';

const secret = 'Tr0ub4dor-n3ver-t0-be-seen';

const xml = (origin: string) => `<account>
  <password>${secret}</password>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMethod>PUT</genericMediaUploadMethod>
  <genericMediaUploadMultipartData>file=%media_content%&amp;key=%account[password]%</genericMediaUploadMultipartData>
</account>
`;

/** As PHP does: no form is read of a PUT. It says back what it was sent. */
const readsOnlyPost = whenComplete((socket) => socket.end(success));
const refusal = reply('400 Bad Request', 'application/json', `{"message":"No file in ${secret}"}`);

test('what is behind failures is named, and fixed in the Account XML in one step', async ({
  page,
  rawServer,
}) => {
  const server = await rawServer((socket, received) => {
    if (received.subarray(0, 4).toString() === 'PUT ')
      whenComplete(() => socket.end(refusal))(socket, received);
    else readsOnlyPost(socket, received);
  });
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(xml(server.origin));
  await expect(check.url).toContainText(`PUT ${server.origin}/up`);
  await check.choose({ 'Photos and clips': ['A photo'], 'Form of the request': ['The other method'] });
  await check.run();
  await expect(check.check).toContainText('1 failed, 1 passed');
  const diagnosis = check.check.getByRole('region', { name: 'Diagnosis' });
  await expect(diagnosis).toContainText('The server reads no form of a PUT');
  await expect(diagnosis).toContainText('high confidence');
  await expect(diagnosis).toContainText('Explains: A photo');
  await expectAccessible(page, 'with a diagnosis', '[aria-labelledby]:has(> header)');

  await test.step('evidence is thin: one scenario more is run beside the others', async () => {
    await diagnosis.getByRole('button', { name: /^Run “Names in quotes”$/ }).click();
    await expect(check.check.getByRole('button', { name: 'New check' })).toBeVisible();
    await expect(check.row('Names in quotes')).toBeVisible();
    await expect(check.row('A photo')).toContainText('Failed');
  });

  await test.step('saved for others, without secrets', async () => {
    for (const [form, holds] of [
      ['HTML', '<!doctype html>'],
      ['JSON', '"put-not-read"'],
      ['JUnit', '<testsuite '],
    ] as const) {
      const saving = page.waitForEvent('download');
      await check.check.getByRole('button', { name: form, exact: true }).click();
      const download = await saving;
      expect(download.suggestedFilename()).toMatch(/^check-127\.0\.0\.1-\d{4}-\d\d-\d\d\.(html|json|xml)$/);
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toContain(holds);
      expect(text).toContain('photo');
      expect(text).not.toContain(secret);
    }
    await expect(check.check).not.toContainText(secret);
  });

  await test.step('fixed, and taken back', async () => {
    await diagnosis.getByRole('button', { name: 'Fix in the Account XML' }).press('Enter');
    await expect(check.url).toContainText(`POST ${server.origin}/up`);
    await expect(diagnosis).toContainText('Undo takes it back');
    await expect(check.check).toContainText('Result of an earlier configuration');
    await check.check.getByRole('button', { name: 'Check again' }).press('Enter');
    await expect(check.row('A photo')).toContainText('Passed');
    await expect(check.check).not.toContainText('Result of an earlier configuration');
    await page.keyboard.press('Escape');
    await check.account.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect(check.url).toContainText(`PUT ${server.origin}/up`);
    expect(await check.copyXml()).toBe(xml(server.origin));
  });
});
