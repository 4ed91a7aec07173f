import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';
import { behindFirewall, CheckPage } from './check-page.ts';

test('of two uploads of the history the difference that matters is found', async ({ page, rawServer }) => {
  const server = await behindFirewall(rawServer);
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(server.xml);
  await expect(check.url).toContainText(server.origin);
  const description = page.getByLabel('description', { exact: true });
  await description.fill('A plain one');
  await check.send.click();
  await expect(check.verdict).toHaveText(/^Upload succeeded/);
  await description.fill('A <b>bold</b> one');
  await check.send.click();
  await expect(check.verdict).toHaveText(/^Upload failed/);
  const before = server.requests();
  await check.openCheck();
  await expectAccessible(page, 'a check that can be begun', '[aria-labelledby]:has(> header)');
  await check.check.getByText('Find what matters between two uploads of the history').click();
  const finder = check.check.getByRole('region', { name: 'What matters between two uploads of the history' });
  await finder.getByLabel('Budget').selectOption('20 requests');
  await expect(finder.getByRole('button', { name: 'Find it' })).toBeInViewport({ ratio: 1 });
  await expectAccessible(
    page,
    'before two uploads are compared',
    '[aria-label="What matters between two uploads of the history"]',
  );
  expect(server.requests()).toBe(before);
  await finder.getByRole('button', { name: 'Find it' }).press('Enter');
  await expect(finder).toContainText('Only the value of “text” matters. In it “<b>”.');
  await expect(finder).toContainText(`${server.requests() - before} requests sent.`);
  expect(server.requests() - before).toBeLessThanOrEqual(20);
});
