/** The page by its roles and labels, as a person with a screen reader knows it. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

export interface UploadFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export class PlaygroundPage {
  readonly page: Page;
  readonly account: Locator;
  readonly request: Locator;
  readonly upload: Locator;
  readonly response: Locator;
  readonly editor: Locator;
  readonly url: Locator;
  readonly headers: Locator;
  readonly body: Locator;
  readonly mediaFile: Locator;
  readonly send: Locator;
  readonly verdict: Locator;

  constructor(page: Page) {
    this.page = page;
    this.account = page.getByRole('region', { name: 'Account XML', exact: true });
    this.request = page.getByRole('region', { name: 'Request', exact: true });
    this.upload = page.getByRole('region', { name: 'Test upload', exact: true });
    this.response = page.getByRole('region', { name: 'Response', exact: true });
    this.editor = this.account.getByRole('textbox', { name: 'Account XML' });
    this.url = page.getByLabel('Request URL', { exact: true });
    this.headers = page.getByLabel('Request headers', { exact: true });
    this.body = page.getByLabel('Request body', { exact: true });
    this.mediaFile = page.getByLabel('Media file', { exact: true });
    this.send = page.getByRole('button', { name: 'Send test upload' });
    this.verdict = page.getByRole('status').filter({ hasText: /^Upload (succeeded|failed)/ });
  }

  /** Opens the page and waits until the editor is there. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await this.editorReady();
  }

  async editorReady(): Promise<void> {
    // A plain field stands in until the editor is loaded.
    await expect(this.editor.and(this.page.locator('[aria-roledescription="editor"]'))).toBeVisible({
      timeout: 20_000,
    });
    await expect(this.editor).toHaveCount(1);
  }

  /** Replaces the whole document, by the clipboard: typing would let the editor close tags itself. */
  async setXml(xml: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    if (xml === '') return this.page.keyboard.press('Delete');
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), xml);
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Puts the cursor after the first occurrence of `text` in a document that is `xml`. */
  async cursorAfter(text: string, xml: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+Home');
    // Not by lines: a long one is wrapped, and End is then the end of what is seen.
    const steps = xml.indexOf(text) + text.length;
    for (let step = 0; step < steps; step += 1) await this.page.keyboard.press('ArrowRight');
  }

  /** The document as the clipboard gets it. */
  async copyXml(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+C');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Walks by keyboard until `goal` has the focus. */
  async tabTo(goal: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowRight' | 'ArrowDown' = 'Tab'): Promise<void> {
    const hasFocus = () => goal.evaluate((element) => element === document.activeElement);
    for (let steps = 0; steps < 60; steps += 1) {
      if (await hasFocus()) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`60 times ${key} did not reach ${goal}`);
  }

  /** Where there is room for one pane. */
  async showPane(title: 'Account XML' | 'Request' | 'Test upload'): Promise<void> {
    await this.page.getByRole('tab', { name: title }).click();
  }

  parameter(name: string): Locator {
    return this.upload.getByLabel(name, { exact: true });
  }

  async chooseFile(file: UploadFile): Promise<void> {
    await this.mediaFile.setInputFiles(file);
  }

  /** Request line, headers and body as shown, once they stand still; the media as `«media»`. */
  async shownRequest(): Promise<readonly [line: string, headers: string, body: string]> {
    const read = async () =>
      [
        (await this.url.textContent()) ?? '',
        (await this.headers.textContent()) ?? '',
        ((await this.body.textContent()) ?? '').replace(
          /(?<=\n\n)[^\n]* – [\d\s]+ bytes?, [0-9a-f ]+…?/,
          '«media»',
        ),
      ] as const;
    let shown = await read();
    await expect(async () => {
      const before = shown;
      shown = await read();
      expect(shown).toEqual(before);
    }).toPass();
    return shown;
  }

  async chooseExample(title: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: /^Example/ }).click();
    await this.page
      .getByRole('menuitemradio', { name: title })
      .or(this.page.getByRole('menuitem', { name: title }))
      .click();
  }
}
