import { type BrowserContext, type Page, test as plain } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { startPlayground } from './support/serve.ts';
import { startStaticHost } from './support/static-host.ts';
import { expect } from './support/test.ts';

// Each has a browser profile of its own: nothing is compiled before.
plain.describe.configure({ timeout: 90_000 });

const permissions = ['clipboard-read', 'clipboard-write'];
const test = plain.extend<{ readonly context: BrowserContext }>({
  context: async ({ browser }, use) => {
    const context = await browser.newContext({ permissions, viewport: { width: 1280, height: 720 } });
    const thrown: string[] = [];
    context.on('weberror', (error) => thrown.push(String(error.error())));
    await use(context);
    expect(thrown, 'errors thrown in the page').toEqual([]);
    await context.close();
  },
});

/** Paths of what the service worker keeps. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

async function keptWhole(page: Page): Promise<void> {
  await expect
    .poll(
      async () =>
        (await keptPaths(page)).filter((path) => /xml-editor|editor-worker|codicon/.test(path)).length,
      {
        timeout: 20_000,
      },
    )
    .toBe(4);
}

const xml = `<account>
  <genericMediaUploadUrl>https://example.com/offline?to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>`;

const boundaryIn = async (playground: PlaygroundPage) =>
  /boundary="([^"]+)"/.exec((await playground.headers.textContent()) ?? '')?.[1];

test('opened once, the page opens without its server: it previews, and the editor works', async ({
  page,
  context,
}) => {
  const served = await startPlayground();
  const playground = new PlaygroundPage(page);
  await page.goto(served.url);
  await playground.editorReady();
  await keptWhole(page);
  expect((await keptPaths(page)).filter((path) => /^\/(?:api|demo)\b/.test(path))).toEqual([]);
  const boundaries = [await boundaryIn(playground)];

  await served.stop();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  // A new tab: one that is reloaded has a session of its own to restore.
  const other = await context.newPage();
  await page.close();
  const again = new PlaygroundPage(other);
  await other.goto(served.url);
  await again.editorReady();
  boundaries.push(await boundaryIn(again));
  await again.setXml(xml);
  await expect(again.url).toContainText('https://example.com/offline');
  await again.upload.getByRole('button', { name: 'clip' }).click();
  await expect(again.body).toContainText('Content-Type: video/mp4');
  await again.send.click();
  await expect(again.response).toContainText('own server is unreachable');
  expect(boundaries.map((boundary) => /^mup-[0-9a-f]{30}$/.test(boundary ?? ''))).toEqual([true, true]);
  expect(boundaries[1]).not.toBe(boundaries[0]);
});

test('a new version asks before it takes over', async ({ page }) => {
  const host = await startStaticHost('/');
  const playground = new PlaygroundPage(page);
  // As on an earlier visit: the worker is there when the page opens.
  await page.goto(`${host.url}favicon.svg`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('./service-worker.js');
    await navigator.serviceWorker.ready;
  });
  await page.goto(host.url);
  await playground.editorReady();
  host.change('service-worker.js', (text) => text.replace(/"version":"/, '"version":"next-'));
  host.change('index.html', (text) => text.replace('</title>', ', next</title>'));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = page.getByRole('region', { name: 'New version' });
  await expect(notice).toContainText('A new version is ready.');
  await expect(page).toHaveTitle('Media Upload Playground');
  await expectAccessible(page, 'with the notice');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('Media Upload Playground, next');
  const names = await page.evaluate(() => caches.keys());
  expect(names.filter((name) => name.includes('next-'))).toHaveLength(1);
  await host.close();
});

test('from a folder of a static host all but sending works, and it is said how to send', async ({ page }) => {
  const host = await startStaticHost('/tools/playground/');
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol === 'http:') asked.add(pathname);
  });
  const playground = new PlaygroundPage(page);
  await page.goto(host.url);
  await playground.editorReady();
  await playground.setXml(xml);
  await expect(playground.url).toContainText('https://example.com/offline');
  await playground.upload.getByRole('button', { name: 'clip' }).click();
  await expect(playground.body).toContainText('Content-Type: video/mp4');
  const notice = page.getByRole('region', { name: 'Nothing can be sent from here' });
  await expectAccessible(page, 'on a static host');
  await notice.getByRole('button', { name: 'How to send' }).click();
  await expect(notice).toContainText(/npx \.\/media-upload-playground-[\d.]+\.tgz serve/);
  await playground.send.click();
  await expect(playground.response).toContainText('run the playground on your computer');
  const outside = [...asked].filter((path) => !path.startsWith('/tools/playground/'));
  expect(outside.filter((path) => !/^\/(?:api|demo)\//.test(path))).toEqual([]);
  await host.close();
});
