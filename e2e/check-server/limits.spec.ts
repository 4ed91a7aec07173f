import { expect, test } from '../support/test.ts';
import { CheckPage } from './check-page.ts';

test('a limit of the playground itself is waited for, and said', async ({ page, context }) => {
  let refused = 0;
  await context.route('**/api/send', (route) => {
    refused += 1;
    if (refused > 1) return route.continue();
    return route.fulfill({ status: 429, headers: { 'Retry-After': '2' }, body: '{}' });
  });
  const check = new CheckPage(page);
  await check.open();
  await check.choose({ 'Photos and clips': ['A photo'] });
  await check.start.click();
  await expect(check.check).toContainText('Waiting 2 s: this playground limits how much is sent from here.');
  await expect(check.check).toContainText('1 passed');
});

test('where nothing answers but files, a check says that it needs the playground’s own server', async ({
  page,
  context,
}) => {
  // As from a static host.
  await context.route('**/api/**', (route) => route.fulfill({ status: 404 }));
  const check = new CheckPage(page);
  await check.open();
  await check.choose({ 'Photos and clips': ['A photo'] });
  await check.start.click();
  await expect(check.check.getByRole('alert')).toContainText(
    'Nothing can be sent from here: a check needs the playground’s own server',
  );
  await expect(check.table).toHaveCount(0);
});

test('by keyboard alone a check is chosen, run, looked at and left', async ({ page }) => {
  const check = new CheckPage(page);
  await check.open();
  await check.button.focus();
  await page.keyboard.press('Enter');
  await expect(check.check).toBeFocused();
  await check.tabTo(check.check.getByRole('button', { name: 'None', exact: true }));
  await page.keyboard.press('Enter');
  const group = check.check.getByRole('group', { name: 'Photos and clips', exact: true });
  await check.tabTo(group.getByText(/^Show \d+ scenario/));
  await page.keyboard.press('Enter');
  await check.tabTo(group.getByRole('checkbox', { name: 'A photo', exact: true }));
  await page.keyboard.press('Space');
  await check.tabTo(check.start);
  await page.keyboard.press('Enter');
  await expect(check.check).toContainText('1 passed');
  await check.tabTo(check.row('A photo').getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(check.table).toContainText('Taken, and media_url gives the same bytes back.');
  await page.keyboard.press('Escape');
  await expect(check.check).toHaveCount(0);
  await expect(check.button).toBeFocused();
});

test('a server that is not there is said to be that, and nothing counts as passed', async ({
  page,
  rawServer,
}) => {
  const gone = await rawServer(() => {});
  await gone.close();
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(`<account>
  <genericMediaUploadUrl>${gone.origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>`);
  await expect(check.url).toContainText(gone.origin);
  await check.choose({ 'Photos and clips': ['A photo', 'A clip'] });
  await check.run();
  await expect(check.check).toContainText('2 not run');
  await expect(check.check).toContainText(/The server can't be reached: .*refused/);
});
