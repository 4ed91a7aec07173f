import type { BrowserContext, Locator, Page } from '@playwright/test';
import { PlaygroundPage } from '../support/playground-page.ts';
import { expect } from '../support/test.ts';

export const secret = 'Tr0ub4dor-n3ver-t0-be-seen';

/** The page with its history. */
export class HistoryPage extends PlaygroundPage {
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
export function readStore(page: Page, store: 'uploads' | 'uploadDetails' | 'drafts'): Promise<unknown[]> {
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

export async function openPage(context: BrowserContext): Promise<HistoryPage> {
  const opened = new HistoryPage(await context.newPage());
  await opened.open();
  return opened;
}

export function accountXml(origin: string, tenant: string): string {
  return `<account>
  <username>joe</username>
  <password>${secret}</password>
  <genericMediaUploadUrl>${origin}/demo/upload?reply=xml&amp;to=%to%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>file=%media_content%&amp;text=%description%&amp;token=${secret}&amp;hash=%sha1(%account[password]%)%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>X-Tenant: ${tenant}\\nAuthorization: Bearer ${secret}</genericMediaUploadCustomHeaders>
</account>
`;
}

/** Two uploads that differ in a header and in the description, and the history open. */
export async function twoUploads(context: BrowserContext, origin: string): Promise<HistoryPage> {
  const page = await openPage(context);
  for (const [tenant, description] of [
    ['acme', 'Hello you'],
    ['beta', 'Hello all'],
  ] as const) {
    await page.setXml(accountXml(origin, tenant));
    await page.parameter('description').fill(description);
    await expect(page.headers).toContainText(`X-Tenant: ${tenant}`);
    await page.sendOne();
  }
  await page.button.click();
  await expect(page.rows).toHaveCount(2);
  return page;
}
