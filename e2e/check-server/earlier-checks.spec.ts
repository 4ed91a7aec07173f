import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';
import { CheckPage } from './check-page.ts';

const secret = 'Tr0ub4dor-n3ver-t0-be-seen';

const xml = (url: string) => `<account>
  <password>${secret}</password>
  <genericMediaUploadUrl>${url}</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%&amp;key=%account[password]%</genericMediaUploadMultipartData>
</account>
`;

/** All reports that are kept, as text. */
function keptReports(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const request = indexedDB.open('media-upload-playground');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('checkReports').objectStore('checkReports').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );
}

test('a check is kept without secrets, compared with a later one, and there after a reload', async ({
  page,
  playground: { url },
}) => {
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(xml(`${url}demo/upload?status=402`));
  await expect(check.url).toContainText('status=402');
  await check.choose({ 'Photos and clips': ['A photo'] });
  await check.run();
  await expect(check.check).toContainText('1 failed');
  await page.keyboard.press('Escape');
  await check.setXml(xml(`${url}demo/upload`));
  await expect(check.url).not.toContainText('402');
  await check.button.click();
  await check.check.getByRole('button', { name: 'New check' }).click();
  await expect(check.check.getByText('1 earlier check')).toBeVisible();
  await check.run();
  await expect(check.check).toContainText('1 passed');

  await test.step('compared', async () => {
    await check.check.getByLabel('Compare with').selectOption({ index: 1 });
    const comparison = check.check.getByRole('region', { name: 'Comparison' });
    await expect(comparison).toContainText('Better: 1A photo: failed → passed');
    await expect(comparison).toContainText('Another method or URL was checked then');
    await expectAccessible(page, 'with a comparison', '[aria-labelledby]:has(> header)');
  });

  await test.step('without secrets', async () => {
    const kept = await keptReports(page);
    expect(kept).toContain('402');
    expect(kept).not.toContain(secret);
  });

  await test.step('opened again after a reload, and deleted', async () => {
    await page.reload();
    await check.editorReady();
    await check.button.click();
    await check.check.getByText('2 earlier checks').click();
    await check.check
      .getByRole('listitem')
      .filter({ hasText: '1 failed' })
      .getByRole('button')
      .press('Enter');
    await expect(check.row('A photo')).toContainText('Failed');
    await check.check.getByRole('button', { name: 'New check' }).click();
    await check.check.getByText('2 earlier checks').click();
    await check.check.getByRole('button', { name: 'Delete all 2' }).click();
    await expect(check.check.getByText(/earlier checks?$/)).toHaveCount(0);
    expect(await keptReports(page)).toBe('[]');
  });
});
