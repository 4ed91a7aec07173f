import type { BrowserContext, Dialog, Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const xml = (password: string) => `<account>
  <password>${password}</password>
  <genericMediaUploadUrl>https://my.example/%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>
`;

class Tab extends PlaygroundPage {
  readonly offer: Locator;
  readonly restore: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    super(page);
    this.offer = this.account.getByText(/^Last session/);
    this.restore = page.getByRole('button', { name: 'Restore last session' });
    this.status = page.getByRole('button', { name: /^Draft/ });
  }

  /** Until the draft has all that was put in. */
  async kept(): Promise<void> {
    await expect(this.status).toHaveText('Draft kept');
  }
}

async function openTab(context: BrowserContext): Promise<Tab> {
  const tab = new Tab(await context.newPage());
  await tab.open();
  await expect(tab.status).toBeVisible();
  return tab;
}

async function openFile(tab: Tab, name: string, text: string): Promise<void> {
  await tab.page
    .getByLabel('Account XML file')
    .setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });
  await expect(tab.url).toContainText('https://my.example/');
}

test('what a closed tab held is offered in a new one: without passwords, and not while it is open', async ({
  context,
}) => {
  test.slow();
  const one = await openTab(context);
  await expect(one.status).toHaveText('Drafts');
  await openFile(one, 'acme.xml', xml('hunter2'));
  await one.parameter('to').fill('+4201');
  await one.chooseFile({
    name: 'mine.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from('\0\0\0\x18ftypmp42'),
  });
  await one.kept();

  const two = await openTab(context);
  await expect(two.offer).toHaveCount(0);
  await two.parameter('to').fill('+4202');
  await two.kept();
  // The last word before the tab is closed is in it.
  await one.parameter('to').fill('+42011');
  await one.page.close({ runBeforeUnload: true });
  await expect.poll(() => one.page.isClosed()).toBe(true);

  const three = await openTab(context);
  await expect(three.offer).toHaveText(
    /^Last session: “acme\.xml” for my\.example, (just now|1 minute ago)\. Without its passwords\.$/,
  );
  await three.page.reload();
  await three.editorReady();
  await three.restore.click();
  await expect(three.url).toHaveText('POST https://my.example/%2B42011');
  expect(await three.copyXml()).toBe(xml(''));
  await expect(three.page.getByRole('banner')).toContainText('acme.xml');
  await expect(
    three.account.getByText(
      'Restored the last session. Its passwords were not kept: enter them again. Choose “mine.mp4” again.',
    ),
  ).toBeVisible();
  await expect(three.offer).toHaveCount(0);
  // Undo gives back the first example, and the draft is there for another tab.
  await three.account.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(three.url).toContainText('/demo/upload');
  await three.page.close();

  // With passwords where the person says so; nothing of the one before is written over.
  await two.status.click();
  await two.page.getByRole('checkbox', { name: 'Keep passwords in drafts' }).check();
  await two.page.keyboard.press('Escape');
  await two.setXml(xml('hunter3'));
  await expect(two.url).toContainText('https://my.example/');
  await two.page.close({ runBeforeUnload: true });
  const four = await openTab(context);
  await expect(four.offer).toHaveText(/^Last session: for my\.example, (just now|1 minute ago)\.$/);
  await four.page.getByRole('button', { name: 'Forget' }).click();
  await expect(four.offer).toContainText('“acme.xml”');
  await four.page.getByRole('button', { name: 'Close this notice' }).click();
  await expect(four.offer).toHaveCount(0);
  await four.status.click();
  await four.page.getByRole('button', { name: 'Forget all drafts' }).click();
  await expect(four.page.getByText(/^All drafts are forgotten\./)).toBeVisible();
  await four.page.close();
  const five = await openTab(context);
  await expect(five.url).toContainText('/demo/upload');
  await expect(five.offer).toHaveCount(0);
});

test('leaving asks where a file was changed and not saved, and not otherwise', async ({ context }) => {
  const tab = await openTab(context);
  const asked: Dialog[] = [];
  tab.page.on('dialog', (dialog) => {
    asked.push(dialog);
    void dialog.dismiss();
  });
  await openFile(tab, 'acme.xml', xml(''));
  await tab.editor.focus();
  await tab.page.keyboard.type(' ');
  await expect(tab.page.getByRole('banner')).toContainText('Not saved:');
  await tab.kept();
  await tab.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked.map((dialog) => dialog.type())).toEqual(['beforeunload']);
  expect(tab.page.isClosed()).toBe(false);
  await tab.page.keyboard.press('ControlOrMeta+S');
  await expect(tab.page.getByRole('banner')).not.toContainText('Not saved:');
  await tab.page.close({ runBeforeUnload: true });
  await expect.poll(() => tab.page.isClosed()).toBe(true);
  expect(asked.length).toBe(1);
});

/**
 * What is wrong with the database, and what is said of it. Each runs in the page before anything else, and marks
 * whenever it is tried.
 */
const faults: readonly [why: string, arrange: () => void, said: RegExp][] = [
  [
    'there is none',
    () => Object.defineProperty(window, 'indexedDB', { get: () => void performance.mark('tried') }),
    /^This browser keeps no data for this page/,
  ],
  [
    'it can’t be opened, as in a private window',
    () => {
      IDBFactory.prototype.open = () => {
        performance.mark('tried');
        throw new DOMException('no', 'SecurityError');
      };
    },
    /^This browser keeps no data for this page/,
  ],
  [
    'it is full',
    () => {
      IDBObjectStore.prototype.put = () => {
        performance.mark('tried');
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    /^This browser’s storage is full/,
  ],
];

const timesTried = (page: Page) => page.evaluate(() => performance.getEntriesByName('tried').length);

test('where drafts can’t be kept, that is said once, and the page goes on', async ({ browser, baseURL }) => {
  test.slow();
  for (const [why, arrange, said] of faults) {
    await test.step(why, async () => {
      const context = await browser.newContext({ ...(baseURL && { baseURL }) });
      await context.addInitScript(arrange);
      const tab = await openTab(context);
      await tab.parameter('to').fill('+4201');
      await expect(tab.status).toHaveText('Draft not kept');
      await expect(tab.account.getByText(said)).toBeVisible();
      await tab.page.getByRole('button', { name: 'Close this notice' }).click();
      const before = await timesTried(tab.page);
      await tab.parameter('to').fill('+4202');
      await expect(tab.url).toContainText('to=%2B4202');
      await expect.poll(() => timesTried(tab.page)).toBeGreaterThan(before);
      await tab.status.click();
      await expect(tab.page.getByRole('dialog').getByText(said)).toBeVisible();
      await expect(tab.account.getByText(said)).toHaveCount(0);
      await context.close();
    });
  }
});

test('drafts of another version are left alone; a tab of an older version is no obstacle, or is named', async ({
  context,
}) => {
  test.slow();
  const open = (page: Page, content: unknown) =>
    page.evaluate(
      (draft) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('media-upload-playground');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const transaction = request.result.transaction('drafts', 'readwrite');
            transaction.objectStore('drafts').put({ id: 'other', savedAt: Date.now(), content: draft });
            // The connection stays open, as that of a tab which does not listen.
            transaction.oncomplete = () => resolve();
          };
        }),
      content,
    );
  const one = await openTab(context);
  const plain = await context.newPage();
  await plain.goto('/favicon.svg');
  await open(plain, { version: 99, session: { xml: '<later/>' } });
  const two = await openTab(context);
  await expect(two.offer).toHaveText(/^Last session, just now: another version of this page kept it/);
  await expect(two.restore).toHaveCount(0);

  // A newer page: one tab makes way, the other does not.
  const newer = await context.newPage();
  await newer.addInitScript(() => {
    const { open: original } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, version = 1) {
      return original.call(this, name, version + 1);
    };
  });
  const three = new Tab(newer);
  await three.open();
  await three.parameter('to').fill('+4203');
  await expect(three.status).toHaveText('Draft not kept');
  await expect(
    three.account.getByText(/a tab with an older version of this page is in the way/),
  ).toBeVisible();
  await plain.close();
  await three.parameter('to').fill('+4204');
  await three.kept();
  await one.parameter('to').fill('+4201');
  await expect(one.status).toHaveText('Draft not kept');
  await expect(one.account.getByText(/a newer version of this page was used in this browser/)).toBeVisible();
});
