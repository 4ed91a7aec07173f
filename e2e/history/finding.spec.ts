import { createHash } from 'node:crypto';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';
import { accountXml, readStore, secret, twoUploads } from './history-page.ts';

test('uploads are kept without their secrets, found by words and by what came of them', async ({
  context,
  playground,
}) => {
  const { origin } = new URL(playground.url);
  const page = await twoUploads(context, origin);
  await page.page.keyboard.press('Escape');
  await page.setXml(accountXml(origin, 'beta').replace('reply=xml', 'status=402'));
  await expect(page.url).toContainText('status=402');
  await page.sendOne();

  await test.step('none of the secrets is in the database', async () => {
    const kept = JSON.stringify([
      await readStore(page.page, 'uploads'),
      await readStore(page.page, 'uploadDetails'),
    ]);
    expect(kept).toContain('X-Tenant');
    expect(kept).toContain('Bearer {AUTHORIZATION}');
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(createHash('sha1').update(secret).digest('hex'));
  });

  await page.page.reload();
  await page.editorReady();
  await page.button.click();
  await expect(page.rows).toHaveCount(3);
  await expect(page.row(0)).toHaveText(
    /^Upload failed(just now|1 minute ago)402 · POST 127\.0\.0\.1:\d+ · to \+420777123456 · sample\.jpg, 40\.2 KiB · /,
  );
  await expect(page.row(2)).toHaveText(/^Upload succeeded/);

  await test.step('searched and filtered', async () => {
    const search = page.history.getByLabel('Search the history');
    await search.fill('FAILED credit');
    await expect(page.rows).toHaveCount(1);
    await search.fill('no such words');
    await expect(page.history.getByText('No upload has these words.')).toBeVisible();
    await search.fill('');
    await page.history.getByRole('button', { name: 'Succeeded', exact: true }).click();
    await expect(page.rows).toHaveCount(2);
    await page.history.getByRole('button', { name: 'Succeeded', exact: true }).click();
    await expect(page.rows).toHaveCount(3);
  });
});

test('by keyboard an upload is opened, named, pinned, deleted and brought back', async ({
  context,
  playground,
}) => {
  const page = await twoUploads(context, new URL(playground.url).origin);
  await page.row(0).focus();
  await page.page.keyboard.press('ArrowDown');
  await expect(page.row(1)).toBeFocused();
  await page.page.keyboard.press('End');
  await expect(page.row(1)).toBeFocused();
  await page.page.keyboard.press('Enter');
  const name = page.history.getByLabel('Name of this upload');
  await name.fill('The one that worked');
  await name.press('Enter');
  await expect(page.row(1)).toContainText('The one that worked');
  await page.rows.nth(1).getByRole('button', { name: 'Pin' }).press('Enter');
  await expect(page.rows.nth(1).getByRole('button', { name: 'Unpin' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectAccessible(page.page, 'the history with an upload open');
  await page.row(0).focus();
  await page.page.keyboard.press('Delete');
  await expect(page.rows).toHaveCount(1);
  await expect(page.row(0)).toBeFocused();
  await expect(page.history.getByText('Deleted 1 upload.')).toBeVisible();
  await page.history.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect(page.rows).toHaveCount(2);
  await expect(page.row(0)).toHaveText(/^Upload succeeded/);
});
