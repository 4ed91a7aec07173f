import { expectAccessible, expectAccessibleInBoth } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';
import { CheckPage } from './check-page.ts';

const panel = '[aria-labelledby]:has(> header)';
const few = { 'Photos and clips': ['A photo', 'A clip'] };

test('what will be sent to whom is said before anything is', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) asked.push(request.url());
  });
  const check = new CheckPage(page);
  await check.open();
  await check.choose(few);
  const limits = check.check.getByRole('region', { name: 'What will be sent' });
  await expect(limits).toContainText(
    /Serverhttp:\/\/127\.0\.0\.1:\d+Sends2 uploads, 113 KiB; at most 10 requests/,
  );
  await expectAccessibleInBoth(page, 'before a check', panel);
  expect(asked).toEqual([]);
  for (const width of [1920, 768, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await expect(check.start).toBeInViewport();
    expect(await check.check.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth), `${width}`).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('against the demo server all pass; what was sent, answered and judged is in each row', async ({
  page,
}) => {
  const check = new CheckPage(page);
  await check.open();
  await check.choose(few);
  await check.run();
  await expect(check.check).toContainText('2 passed');
  await expect(check.row('A photo')).toContainText(/Passed\s*\d/);
  await check.row('A photo').getByRole('button').click();
  await expect(check.table).toContainText('Taken, and media_url gives the same bytes back.');
  await check.table.getByText(/^Request: POST/).click();
  await expect(check.table).toContainText('POST http://127.0.0.1');
  await check.table
    .getByText(/^Reply: 200/)
    .first()
    .click();
  await expect(check.table).toContainText('HTTP/1.1 200 OK');
  await expectAccessibleInBoth(page, 'after a check', panel);

  await test.step('of another configuration it is said to be that', async () => {
    const earlier = check.check.getByText('Result of an earlier configuration', { exact: false });
    await expect(earlier).toHaveCount(0);
    await check.parameter('to').fill('+421900111222');
    await expect(earlier).toBeVisible();
  });

  await test.step('and it can be presented', async () => {
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await expect(check.row('A photo')).toBeVisible();
    await expectAccessible(page, 'presenting a check', panel);
  });
});

test('a refusal fails, and says what the user of the app would read', async ({
  page,
  playground: { url },
}) => {
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(`<account>
  <password>Tr0ub4dor-n3ver</password>
  <genericMediaUploadUrl>${url}demo/upload?status=402</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%&amp;key=%account[password]%</genericMediaUploadMultipartData>
</account>`);
  await expect(check.url).toContainText('status=402');
  await check.choose(few);
  await check.run();
  await expect(check.check).toContainText('2 failed');
  await expect(check.row('A photo')).toContainText('Failed');
  await check.row('A photo').getByRole('button').press('Enter');
  await expect(check.table).toContainText(/Status 402: the user reads “/);
  await check.table.getByText(/^Request: POST/).click();
  await expect(check.check).not.toContainText('Tr0ub4dor-n3ver');
});

test('a check goes on while its panel is closed, is cancelled at once, and is said once at each end', async ({
  page,
  rawServer,
}) => {
  const silent = await rawServer(() => {});
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(`<account>
  <genericMediaUploadUrl>${silent.origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>`);
  await expect(check.url).toContainText(silent.origin);
  await check.choose(few);
  await check.start.click();
  await expect(check.row('A photo')).toContainText('Running');
  await expect(page.getByText('The check has begun.')).toHaveCount(1);
  await expect.poll(silent.openSockets).toBe(1);
  await page.keyboard.press('Escape');
  await expect(check.check).toHaveCount(0);
  await check.button.click();
  await expect(check.row('A photo')).toContainText('Running');
  await expect(check.check.getByRole('progressbar', { name: 'Scenarios done' })).toHaveAttribute(
    'aria-valuenow',
    '0',
  );
  await expectAccessible(page, 'while a check runs', panel);
  await check.check.getByRole('button', { name: 'Cancel' }).click();
  await expect(check.check).toContainText('2 not run');
  await expect(page.getByText(/^The check has ended: 2 not run\. You cancelled it/)).toHaveCount(1);
  await expect.poll(silent.openSockets).toBe(0);
});
