/** The form beside the XML, and the document's file: its bytes before and after. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';
import { expect } from './test.ts';

export class FormView extends PlaygroundPage {
  /** Opens the page with a document from a file, which keeps its line ends, and shows the form. */
  async openDocument(xml: string): Promise<void> {
    await this.open();
    await this.page.getByLabel('Account XML file').setInputFiles({
      name: 'account.xml',
      mimeType: 'text/xml',
      buffer: Buffer.from(xml),
    });
    await expect(this.page.getByText('account.xml', { exact: true })).toHaveCount(1);
    await this.tab('Form').click();
    await expect(this.tab('Form')).toHaveAttribute('aria-selected', 'true');
  }

  /** The document as it is saved. */
  async savedXml(): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
    return readFile(await (await download).path(), 'utf8');
  }

  tab(name: 'XML' | 'Form'): Locator {
    return this.account.getByRole('tab', { name });
  }

  /** All that is said and set of one key. */
  key(name: string): Locator {
    return this.account.getByRole('group', { name, exact: true });
  }

  field(name: string): Locator {
    return this.account.getByRole('textbox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.account.getByRole('button', { name, exact: true });
  }
}
