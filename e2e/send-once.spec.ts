import type { Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { type Behaviour, success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const xml = (origin: string) => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadTimeout>1</genericMediaUploadTimeout>
</account>
`;

/** Whatever makes a page ask again by itself: the focus, the network, and time. */
async function tempt(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.bringToFront();
  await page.bringToFront();
  await page.evaluate(() => {
    window.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('focus'));
  });
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await page.clock.fastForward('10:00');
  await other.close();
}

const ends: readonly [does: string, behave: Behaviour, outcome: RegExp][] = [
  ['resets the connection', (socket) => socket.resetAndDestroy(), /^No reply: /],
  ['closes it without a reply', whenComplete((socket) => socket.end()), /^No reply: /],
  ['never answers', () => {}, /^No reply: /],
  [
    'breaks off its reply',
    whenComplete((socket) => socket.end(success.slice(0, -20))),
    /^No complete reply: /,
  ],
  [
    'answers 503 and asks for another try',
    whenComplete((socket) =>
      socket.end('HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
    ),
    /^Upload failed/,
  ],
  ['takes the upload', whenComplete((socket) => socket.end(success)), /^Upload succeeded/],
];

test('one press is one request, however it ends and whatever happens afterwards', async ({
  browser,
  baseURL,
  rawServer,
}) => {
  test.slow();
  // A clock that was moved stays moved for every later page of its context.
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  let behave: Behaviour = () => {};
  const server = await rawServer((socket, received) => behave(socket, received));
  const arrived = () => server.received().toString('latin1').split('POST /up HTTP/1.1\r\n').length - 1;
  const playground = new PlaygroundPage(page);
  await page.clock.install();
  await playground.open();
  await playground.setXml(xml(server.origin));
  await expect(playground.url).toContainText(server.origin);
  for (const [index, [does, end, outcome]] of ends.entries()) {
    await test.step(`the server ${does}`, async () => {
      behave = end;
      await playground.send.click();
      await expect(page.getByRole('status')).toHaveText(outcome);
      await tempt(page);
      await expect(page.getByRole('status')).toHaveText(outcome);
      expect(arrived()).toBe(index + 1);
    });
  }
  await test.step('the person cancels', async () => {
    behave = () => {};
    await playground.send.click();
    await expect.poll(arrived).toBe(ends.length + 1);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText(/you cancelled it/);
    await tempt(page);
  });
  await test.step('the browser is offline: nothing is sent then, or later by itself', async () => {
    behave = whenComplete((socket) => socket.end(success));
    await page.context().setOffline(true);
    await playground.send.click();
    await expect(page.getByRole('status')).toContainText('proxy-unreachable');
    await page.context().setOffline(false);
    await tempt(page);
  });
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  expect(arrived()).toBe(ends.length + 2);
  await context.close();
});
