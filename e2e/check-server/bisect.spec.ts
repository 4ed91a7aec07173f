import { expectAccessible } from '../support/axe.ts';
import { expect, test } from '../support/test.ts';
import { behindFirewall, CheckPage } from './check-page.ts';

test('of a scenario that failed the difference that matters is found, within a granted budget', async ({
  page,
  rawServer,
}) => {
  const server = await behindFirewall(rawServer);
  const check = new CheckPage(page);
  await check.open();
  await check.setXml(server.xml);
  await expect(check.url).toContainText(server.origin);
  const failing = 'A description with & = + % " <';
  await check.choose({ 'Photos and clips': ['A photo'], Descriptions: [failing] });
  await check.run();
  await expect(check.check).toContainText('1 failed, 1 passed');
  const before = server.requests();
  await check.row(failing).getByRole('button').press('Enter');
  const finder = check.check.getByRole('region', { name: 'What matters' });
  await expect(finder.getByLabel('Passed')).toHaveText('A photo');
  await finder.getByLabel('Budget').selectOption('20 requests');
  await expect(finder).toContainText(`Sends at most 20 requests to ${new URL(server.origin).host}.`);
  expect(server.requests()).toBe(before);
  await expectAccessible(page, 'before the difference is looked for', '[aria-labelledby]:has(> header)');
  await finder.getByRole('button', { name: 'Find it' }).press('Enter');
  await expect(finder).toContainText(/Only the value of “(text|description)” matters\..*“<b>”|“<”/);
  await expect(finder).toContainText(`${server.requests() - before} requests sent.`);
  expect(server.requests() - before).toBeLessThanOrEqual(20);
});
