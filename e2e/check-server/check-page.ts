/** The page with its check of a server. */
import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from '../support/playground-page.ts';
import { type Behaviour, type RawServer, reply, success, whenComplete } from '../support/raw-server.ts';
import { expect } from '../support/test.ts';

export class CheckPage extends PlaygroundPage {
  readonly button: Locator;
  readonly check: Locator;
  readonly start: Locator;
  readonly table: Locator;

  constructor(page: Page) {
    super(page);
    this.button = page.getByRole('button', { name: 'Check server', exact: true });
    this.check = page.getByRole('region', { name: 'Check server', exact: true });
    this.start = this.check.getByRole('button', { name: 'Start the check' });
    this.table = this.check.getByRole('table', { name: /^Results of the check/ });
  }

  /** Opens it, and waits for what would be sent: then nothing moves away from under the pointer. */
  async openCheck(): Promise<void> {
    await this.button.click();
    await expect(this.check.getByRole('region', { name: 'What will be sent' })).toContainText(/\d uploads,/);
  }

  /** Opens it and chooses these scenarios alone, by the titles of their groups. */
  async choose(scenarios: Readonly<Record<string, readonly string[]>>): Promise<void> {
    await this.openCheck();
    await this.check.getByRole('button', { name: 'None', exact: true }).click();
    for (const [group, titles] of Object.entries(scenarios)) {
      const box = this.check.getByRole('group', { name: group, exact: true });
      await box.getByText(/^Show \d+ scenario/).click();
      for (const title of titles) await box.getByRole('checkbox', { name: title, exact: true }).check();
    }
  }

  /** Presses start, and waits for the end. */
  async run(): Promise<void> {
    await this.start.click();
    await expect(this.check.getByRole('button', { name: 'New check' })).toBeVisible({ timeout: 20_000 });
  }

  row(title: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('button', { name: title, exact: true }) });
  }
}

/** A server behind a firewall that dislikes markup; its configuration, and the requests that it counts. */
export async function behindFirewall(rawServer: (behave: Behaviour) => Promise<RawServer>) {
  let requests = 0;
  const { origin } = await rawServer((socket, received) => {
    whenComplete(() => {
      requests += 1;
      const isRefused = received.includes('<b>');
      socket.end(isRefused ? reply('403 Forbidden', 'application/json', '{"message":"No"}') : success);
    })(socket, received);
  });
  const xml = `<account>
  <genericMediaUploadUrl>${origin}/up</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>text=%description%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>
`;
  return { origin, xml, requests: () => requests };
}
