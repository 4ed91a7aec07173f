import { createHash } from 'node:crypto';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { PlaygroundPage } from '../support/playground-page.ts';
import { expect, test } from '../support/test.ts';

const secret = 'Tr0ub4dor-n3ver-t0-be-seen';

class HistoryPage extends PlaygroundPage {
  readonly button: Locator;
  readonly history: Locator;
  readonly rows: Locator;
  readonly compared: Locator;

  constructor(page: Page) {
    super(page);
    this.button = page.getByRole('button', { name: 'History', exact: true });
    this.history = page.getByRole('region', { name: 'History', exact: true });
    this.rows = this.history.getByRole('list', { name: 'Uploads' }).locator(':scope > li');
    this.compared = page.getByRole('dialog', { name: 'Compare uploads' });
  }

  /** Sends, and waits until it is kept. */
  async sendOne(): Promise<void> {
    const before = (await readStore(this.page, 'uploads')).length;
    await this.send.first().click();
    await expect.poll(async () => (await readStore(this.page, 'uploads')).length).toBe(before + 1);
  }

  row(at: number): Locator {
    return this.rows.nth(at).locator('[data-entry]');
  }
}

/** All that is in a store, as it is there; empty where there is no such store yet. */
function readStore(page: Page, store: 'uploads' | 'uploadDetails' | 'drafts'): Promise<unknown[]> {
  return page.evaluate(async (name) => {
    // Opening would make one.
    if (!(await indexedDB.databases()).some((one) => one.name === 'media-upload-playground')) return [];
    return new Promise<unknown[]>((resolve, reject) => {
      const request = indexedDB.open('media-upload-playground');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const end = (all: unknown[]) => {
          database.close();
          resolve(all);
        };
        if (!database.objectStoreNames.contains(name)) return end([]);
        const all = database.transaction(name).objectStore(name).getAll();
        all.onsuccess = () => end(all.result);
      };
    });
  }, store);
}

async function openPage(context: BrowserContext): Promise<HistoryPage> {
  const opened = new HistoryPage(await context.newPage());
  await opened.open();
  return opened;
}

function accountXml(origin: string, tenant: string): string {
  return `<account>
  <username>joe</username>
  <password>${secret}</password>
  <genericMediaUploadUrl>${origin}/demo/upload?reply=xml&amp;to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%&amp;text=%description%&amp;token=${secret}&amp;hash=%sha1(%account[password]%)%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-Tenant: ${tenant}\\nAuthorization: Bearer ${secret}</genericMediaUploadCustomHeaders>
</account>
`;
}

test('uploads are kept without their secrets, found, named, pinned, deleted and brought back', async ({
  context,
  playground,
}) => {
  test.slow();
  const page = await openPage(context);
  const { origin } = new URL(playground.url);
  await page.setXml(accountXml(origin, 'acme'));
  await expect(page.headers).toContainText('X-Tenant: acme');
  await page.parameter('description').fill('Hello you');
  await page.sendOne();
  await page.setXml(accountXml(origin, 'beta'));
  await page.parameter('description').fill('Hello all');
  await expect(page.headers).toContainText('X-Tenant: beta');
  await page.sendOne();
  await page.setXml(accountXml(origin, 'beta').replace('reply=xml', 'status=402'));
  await expect(page.url).toContainText('status=402');
  await page.sendOne();

  await test.step('none of the secrets is in the database', async () => {
    const kept = JSON.stringify([
      await readStore(page.page, 'uploads'),
      await readStore(page.page, 'uploadDetails'),
    ]);
    expect(kept).toContain('X-Tenant');
    expect(kept).toContain('Bearer {AUTHORIZATION}');
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(createHash('sha1').update(secret).digest('hex'));
  });

  await page.page.reload();
  await page.editorReady();
  await page.button.click();
  await expect(page.rows).toHaveCount(3);
  await expect(page.row(0)).toHaveText(
    /^Upload failed(just now|1 minute ago)402 · POST 127\.0\.0\.1:\d+ · to \+420777123456 · sample\.jpg, 40\.2 KiB · /,
  );
  await expect(page.row(2)).toHaveText(/^Upload succeeded/);

  await test.step('searched and filtered', async () => {
    const search = page.history.getByLabel('Search the history');
    await search.fill('FAILED credit');
    await expect(page.rows).toHaveCount(1);
    await search.fill('no such words');
    await expect(page.history.getByText('No upload has these words.')).toBeVisible();
    await search.fill('');
    await page.history.getByRole('button', { name: 'Succeeded', exact: true }).click();
    await expect(page.rows).toHaveCount(2);
    await page.history.getByRole('button', { name: 'Succeeded', exact: true }).click();
    await expect(page.rows).toHaveCount(3);
  });

  await test.step('by keyboard: opened, named, pinned, deleted, brought back', async () => {
    await page.row(0).focus();
    await page.page.keyboard.press('ArrowDown');
    await expect(page.row(1)).toBeFocused();
    await page.page.keyboard.press('End');
    await expect(page.row(2)).toBeFocused();
    await page.page.keyboard.press('Enter');
    const name = page.history.getByLabel('Name of this upload');
    await name.fill('The one that worked');
    await name.press('Enter');
    await expect(page.row(2)).toContainText('The one that worked');
    await page.rows.nth(2).getByRole('button', { name: 'Pin' }).press('Enter');
    await expect(page.rows.nth(2).getByRole('button', { name: 'Unpin' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expectAccessible(page.page, 'the history with an upload open');
    await page.row(0).focus();
    await page.page.keyboard.press('Delete');
    await expect(page.rows).toHaveCount(2);
    await expect(page.row(0)).toBeFocused();
    await expect(page.history.getByText('Deleted 1 upload.')).toBeVisible();
    await page.history.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
    await expect(page.rows).toHaveCount(3);
    await expect(page.row(0)).toHaveText(/^Upload failed/);
  });
});

test('two uploads are compared, one is restored, and the history is cleared', async ({
  context,
  playground,
}) => {
  test.slow();
  const page = await openPage(context);
  const { origin } = new URL(playground.url);
  await page.setXml(accountXml(origin, 'acme'));
  await page.parameter('description').fill('Hello you');
  await expect(page.headers).toContainText('X-Tenant: acme');
  await page.sendOne();
  await page.setXml(accountXml(origin, 'beta'));
  await page.parameter('description').fill('Hello all');
  await expect(page.headers).toContainText('X-Tenant: beta');
  await page.sendOne();
  await page.button.click();
  await expect(page.rows).toHaveCount(2);

  await test.step('compared: what differs first, the same folded', async () => {
    const picks = page.history.getByRole('checkbox', { name: /^Compare / });
    await picks.nth(1).check();
    await picks.nth(0).check();
    await page.history.getByRole('button', { name: 'Compare', exact: true }).click();
    const head = page.compared.getByRole('region', { name: 'Request head' });
    await expect(head).toContainText('Header X-Tenant');
    await expect(head.locator('mark')).toHaveText(['acme', 'beta']);
    await expect(page.compared.getByRole('region', { name: 'Parts' }).locator('mark')).toHaveText([
      'you',
      'all',
    ]);
    await expect(page.compared.getByText('Header Authorization')).toHaveCount(0);
    await page.compared.getByText(/^The same in both: \d+ items$/).click();
    await expect(
      page.compared.getByText('A password in it is masked and was not compared.').first(),
    ).toBeVisible();
    await expect(page.compared).toContainText('Media: SHA-256');
    await expectAccessible(page.page, 'two uploads compared');
    await page.page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page.page, 'two uploads compared, dark');
    await page.page.emulateMedia({ colorScheme: null });
    await page.page.keyboard.press('Escape');
    await page.history.getByRole('button', { name: 'Pick none' }).click();
  });

  await test.step('restored without its passwords, which can be undone', async () => {
    await page.row(1).click();
    await page.history.getByRole('button', { name: 'Restore configuration' }).click();
    await expect(page.history).toHaveCount(0);
    await expect(page.headers).toContainText('X-Tenant: acme');
    await expect(page.parameter('description')).toHaveValue('Hello you');
    await expect(
      page.account.getByText(
        'Replaced by the configuration of a kept upload. Its passwords were not kept: enter them again.',
      ),
    ).toBeVisible();
    expect(await page.copyXml()).not.toContain(secret);
    await page.account.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(page.headers).toContainText('X-Tenant: beta');
    expect(await page.copyXml()).toContain(secret);
  });

  await test.step('compared with the present request, and cleared but for what is pinned', async () => {
    await page.button.click();
    await page.row(1).click();
    await page.history.getByRole('button', { name: 'Compare with present request' }).click();
    await expect(page.compared).toContainText('The present request has not been sent');
    await expect(page.compared.getByRole('region', { name: 'Request head' }).locator('mark')).toContainText([
      'acme',
      'beta',
    ]);
    await page.page.keyboard.press('Escape');
    await page.rows.nth(1).getByRole('button', { name: 'Pin' }).click();
    await page.history.getByRole('button', { name: 'Clear the history…' }).click();
    await page.history.getByRole('button', { name: 'Delete 1 upload, keep 1 pinned' }).click();
    await expect(page.rows).toHaveCount(1);
    await expect(page.rows.getByRole('button', { name: 'Unpin' })).toBeVisible();
    await page.history.getByRole('button', { name: 'Clear the history…' }).click();
    await page.history.getByRole('button', { name: 'Delete all 1, pinned ones too' }).click();
    await expect(page.history.getByText(/^Nothing sent yet/)).toBeVisible();
    expect(await readStore(page.page, 'uploadDetails')).toEqual([]);
  });
});

test('passwords are kept where the person says so, and hidden on screen all the same', async ({
  context,
  playground,
}) => {
  test.slow();
  const page = await openPage(context);
  await page.button.click();
  await page.history.getByRole('checkbox', { name: 'Keep passwords in the history' }).check();
  await page.page.keyboard.press('Escape');
  await page.setXml(accountXml(new URL(playground.url).origin, 'acme'));
  await expect(page.headers).toContainText('X-Tenant: acme');
  await page.sendOne();
  expect(JSON.stringify(await readStore(page.page, 'uploads'))).not.toContain(secret);
  await page.button.click();
  await page.row(0).click();
  await page.history.getByText(/^Request: 8 headers/).click();
  await expect(page.history).toContainText('Authorization: Bearer {AUTHORIZATION}');
  await page.page.getByRole('button', { name: 'Show passwords' }).click();
  await expect(page.history).toContainText(`Authorization: Bearer ${secret}`);
  await page.page.getByRole('button', { name: 'Show passwords' }).click();
  await page.setXml('<account/>');
  await page.history.getByRole('button', { name: 'Restore configuration' }).click();
  await expect(page.headers).toContainText('X-Tenant: acme');
  expect(await page.copyXml()).toContain(secret);
  // Then nothing more is kept.
  await page.button.click();
  await page.history.getByRole('checkbox', { name: 'Keep a history' }).uncheck();
  await page.send.first().click();
  await expect(page.verdict).toBeVisible();
  await expect(page.rows).toHaveCount(1);
});

test('two tabs write at once, each sees both; a cancelled upload and one without a reply are kept too', async ({
  context,
  rawServer,
}) => {
  test.slow();
  const silent = await rawServer(() => {});
  const one = await openPage(context);
  const two = await openPage(context);
  await two.button.click();
  await expect(two.history.getByText(/^Nothing sent yet/)).toBeVisible();
  await Promise.all([one.send.first().click(), two.send.first().click()]);
  await expect(two.rows).toHaveCount(2);
  await one.setXml(`<account>
  <genericMediaUploadUrl>${silent.origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
</account>`);
  await expect(one.url).toContainText(silent.origin);
  await one.send.first().click();
  await one.page.getByRole('button', { name: 'Cancel' }).first().click();
  await expect(two.rows).toHaveCount(3);
  await expect(two.row(0)).toContainText(/cancelled/i);
  await two.row(0).click();
  await expect(two.history).toContainText('cancelled');
  // Left while it was on its way: what the page does then, without the race against its end.
  await one.send.first().click();
  await expect(one.page.getByRole('button', { name: 'Cancel' }).first()).toBeVisible();
  await one.page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await expect(two.rows).toHaveCount(4);
  await expect(two.row(0)).toContainText('No reply: left too early');
  await two.history.getByRole('button', { name: 'No verdict', exact: true }).click();
  await expect(two.rows).toHaveCount(2);
});

test('what an older version of the page kept stays, and what another one wrote is left alone', async ({
  context,
}) => {
  test.slow();
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

test('where nothing can be kept, sending goes on and the history says why', async ({ browser, baseURL }) => {
  test.slow();
  for (const [why, arrange, said] of faults) {
    await test.step(why, async () => {
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
});
