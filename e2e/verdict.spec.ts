import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { type Behaviour, type RawServer, reply, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

const xml = (url: string, parts = 'file=%media_content%', timeout = '') => `<account>
  <genericMediaUploadUrl>${url}</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>${parts}</genericMediaUploadMultipartData>${timeout}
</account>
`;

/** A server that says the media is wherever it is told to. */
async function serverSaying(
  rawServer: (behave: Behaviour) => Promise<RawServer>,
  mediaUrl: string,
): Promise<RawServer> {
  return rawServer(
    whenComplete((socket) =>
      socket.end(reply('200 OK', 'application/json', JSON.stringify({ media_url: mediaUrl }))),
    ),
  );
}

async function opened(page: Page): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  return playground;
}

async function sendTo(playground: PlaygroundPage, url: string, parts?: string): Promise<void> {
  await playground.setXml(xml(url, parts));
  await expect(playground.url).toContainText(url);
  await playground.send.click();
}

test('the verdict shows the media as it came back, until the request is another', async ({ page }) => {
  const playground = await opened(page);
  const { response, verdict } = playground;
  const picture = response.getByRole('img', { name: 'What the media URL leads to' });

  await test.step('the sample comes back from the demo server, byte for byte', async () => {
    await playground.send.click();
    await expect(verdict).toHaveText(/^Upload succeeded.*media_url found at/);
    await expect(response.getByText('Same bytes as sent')).toBeVisible();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
      .toEqual([1024, 768]);
  });

  await test.step('of an earlier request it is dimmed, until it is sent again', async () => {
    await playground.parameter('to').fill('+421900111222');
    await expect(response.getByText('Result of an earlier request.')).toBeVisible();
    await expectAccessible(page);
    const again = response.getByRole('button', { name: 'Send again' });
    await again.press('Enter');
    await expect(again).toHaveCount(0);
    await expect(verdict).toHaveText(/^Upload succeeded/);
    // The focus has not gone back to the top of the page.
    await page.keyboard.press('Tab');
    await expect(response.getByRole('button', { name: 'Copy media address' })).toBeFocused();
  });
});

test('a clip is played where it stands', async ({ page }) => {
  const playground = await opened(page);
  const { response } = playground;
  await playground.upload.getByRole('button', { name: 'clip' }).click();
  await expect(playground.body).toContainText('video/mp4');
  await playground.send.click();
  await expect(response.getByText('Same bytes as sent')).toBeVisible();
  await expect(response.getByRole('button', { name: 'Play the clip' })).toBeVisible();
});

test('without media nothing reads as success, whatever the server says', async ({
  page,
  playground: { url },
  rawServer,
}) => {
  const server = await serverSaying(rawServer, `${url}demo/media/x`);
  const playground = await opened(page);
  const { response, verdict } = playground;
  await sendTo(playground, server.origin, 'to=%to%');
  await expect(verdict).toHaveText(/^Upload failed: no media was sent/);
  await expect(verdict).not.toContainText('succeeded');
  await expect(response.getByRole('img', { name: 'What the media URL leads to' })).toHaveCount(0);
  await sendTo(playground, `${url}demo/upload`, 'to=%to%');
  await expect(verdict).toHaveText(/^Upload failed.*no media in it/);
});

test('an upload that the demo server no longer has is said to be that', async ({
  page,
  playground: { url },
  rawServer,
}) => {
  const server = await serverSaying(rawServer, `${url}demo/media/x`);
  const playground = await opened(page);
  const { response } = playground;
  await sendTo(playground, server.origin);
  await expect(response.getByText('The demo server no longer has it')).toBeVisible();
  await response.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(response.getByRole('button', { name: 'Try again' })).toBeFocused();
});

test('another server is asked for the media by nobody but the person', async ({ page, rawServer }) => {
  const server = await serverSaying(rawServer, 'https://media.example/uploads/1.mp4');
  const playground = await opened(page);
  const { response } = playground;
  await playground.upload.getByRole('button', { name: 'clip' }).click();
  await sendTo(playground, server.origin);
  const link = response.getByRole('link', { name: 'Show the clip from media.example' });
  await expect(link).toHaveAttribute('rel', 'noreferrer noopener');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(response.getByText('your browser will ask that server for it')).toBeVisible();
});

test('waiting counts up to the time limit, in one live region', async ({ page, rawServer }) => {
  const playground = await opened(page);
  const silent = await rawServer(() => {});
  const limit = '<genericMediaUploadTimeout>77</genericMediaUploadTimeout>';
  await playground.setXml(xml(silent.origin, 'file=%media_content%', limit));
  await expect(playground.url).toContainText(silent.origin);
  await playground.send.click();
  await expect(page.getByRole('status')).toHaveText(/^Waiting for the response, [1-9] s of 77 s$/);
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '77');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('you cancelled it');
});
