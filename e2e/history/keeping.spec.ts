import { expect, test } from '../support/test.ts';
import { openPage, readStore } from './history-page.ts';

test('two tabs write at once, and each sees both', async ({ context }) => {
  const one = await openPage(context);
  const two = await openPage(context);
  await two.button.click();
  await expect(two.history.getByText(/^Nothing sent yet/)).toBeVisible();
  await Promise.all([one.send.first().click(), two.send.first().click()]);
  await expect(two.rows).toHaveCount(2);
});

const silentXml = (origin: string) => `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>`;

test('a cancelled upload is kept too', async ({ context, rawServer }) => {
  const silent = await rawServer(() => {});
  const page = await openPage(context);
  await page.setXml(silentXml(silent.origin));
  await expect(page.url).toContainText(silent.origin);
  await page.send.first().click();
  await page.page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.button.click();
  await expect(page.rows).toHaveCount(1);
  await expect(page.row(0)).toContainText(/cancelled/i);
  await page.row(0).click();
  await expect(page.history).toContainText('cancelled');
});

test('an upload that was left on its way is kept too, and other tabs see it', async ({
  context,
  rawServer,
}) => {
  const silent = await rawServer(() => {});
  const one = await openPage(context);
  const two = await openPage(context);
  await two.button.click();
  await one.setXml(silentXml(silent.origin));
  await expect(one.url).toContainText(silent.origin);
  await one.send.first().click();
  await expect(one.page.getByRole('button', { name: 'Cancel' }).first()).toBeVisible();
  // What the page does then, without the race against its end.
  await one.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await expect(two.rows).toHaveCount(1);
  await expect(two.row(0)).toContainText('No reply: left too early');
  await two.history.getByRole('button', { name: 'No verdict', exact: true }).click();
  await expect(two.rows).toHaveCount(1);
});

test('what an older version of the page kept stays, and what another one wrote is left alone', async ({
  context,
}) => {
  const plain = await context.newPage();
  await plain.goto('/favicon.svg');
  // As version 1 of the database was: drafts alone.
  await plain.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('media-upload-playground', 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('drafts', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('drafts', 'readwrite');
          const content = {
            version: 1,
            session: { xml: '<account/>' },
            name: 'old.xml',
            provider: '',
            lacksSecrets: false,
          };
          transaction.objectStore('drafts').put({ id: 'old', savedAt: Date.now(), content });
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  const page = await openPage(context);
  await expect(page.account.getByText(/^Last session: “old\.xml”/)).toBeVisible();
  await page.sendOne();
  expect((await readStore(page.page, 'drafts')).length).toBe(1);
  // A later version's entry beside it.
  await page.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('media-upload-playground');
        request.onsuccess = () => {
          const transaction = request.result.transaction(['uploads', 'uploadDetails'], 'readwrite');
          const later = {
            id: 'later',
            at: Date.now(),
            bytes: 10,
            name: 'Later',
            isPinned: false,
            summary: { version: 99 },
          };
          transaction.objectStore('uploads').put(later);
          transaction.objectStore('uploadDetails').put({ id: 'later', details: { version: 99 } });
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  await page.button.click();
  await expect(page.rows).toHaveCount(2);
  await expect(page.row(0)).toContainText(
    'Later: kept by another version of this page, which this one can’t read.',
  );
  await page.row(0).click();
  await expect(page.rows.nth(0)).toContainText('Kept by another version of this page');
});

const faults: readonly [why: string, arrange: () => void, said: RegExp][] = [
  [
    'there is no database',
    () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    /^This browser keeps no data for this page/,
  ],
  [
    'it is full',
    () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        if (this.name !== 'uploads') return put.apply(this, given);
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    /^This browser’s storage is full/,
  ],
];

for (const [why, arrange, said] of faults) {
  test(`where ${why}, sending goes on and the history says why`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }) });
    await context.addInitScript(arrange);
    const page = await openPage(context);
    await page.send.first().click();
    await expect(page.verdict).toHaveText(/^Upload succeeded/);
    await page.button.click();
    await expect(page.history.getByText(said)).toBeVisible();
    await context.close();
  });
}
