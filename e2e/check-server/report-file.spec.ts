import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessibleInBoth } from '../support/axe.ts';
import { program } from '../support/serve.ts';
import { expect, test } from '../support/test.ts';

/** What `check-server` writes of a server that answers 402. */
async function writeReport(origin: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  const scenarios = ['photo', 'clip', 'description-emoji', 'error-message'];
  const url = new URL('demo/upload?status=402', origin).href;
  try {
    await writeFile(
      join(folder, 'account.xml'),
      `<account><genericMediaUploadUrl>${url}</genericMediaUploadUrl><genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData></account>`,
    );
    const args = ['check-server', 'account.xml', '--report-html', 'report.html'];
    const named = scenarios.flatMap((name) => ['--scenario', name]);
    const status = await new Promise((resolve) => {
      execFile(process.execPath, [program, ...args, ...named], { cwd: folder }, (error) =>
        resolve(error?.code ?? 0),
      );
    });
    expect(status).toBe(1);
    return await readFile(join(folder, 'report.html'), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** From a host that allows nothing but that very style sheet. Returns what the browser refused. */
async function open(page: Page, origin: string): Promise<readonly string[]> {
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  const body = await writeReport(origin);
  const [sheet = ''] = /'sha256-[^']+'/.exec(body.replaceAll('&#39;', "'")) ?? [];
  const policy = `default-src 'none'; style-src ${sheet}; frame-ancestors 'none'`;
  await page.route('**/report.html', (route) =>
    route.fulfill({ body, contentType: 'text/html', headers: { 'Content-Security-Policy': policy } }),
  );
  await page.goto(new URL('report.html', origin).href);
  return refused;
}

test('a report file opens under a strict policy, tells the result first, and opens each scenario', async ({
  page,
  playground,
}) => {
  const refused = await open(page, playground.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 of 3 scenarios failed');
  await expect(page.getByRole('listitem').filter({ hasText: 'Skipped' })).toHaveText('1 Skipped');
  const photo = page.getByRole('row').filter({ hasText: 'A photo' });
  await expect(photo.getByText('Failed', { exact: true })).toBeVisible();
  await expect(photo.getByText('HTTP/1.1 402')).toBeHidden();
  // By keyboard too: what opens is an element of HTML.
  await photo.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(photo.getByText('HTTP/1.1 402')).toBeVisible();
  await expect(photo.getByText(/^Upload failed\. The user sees: Not enough credit/)).toBeVisible();
  await expectAccessibleInBoth(page, 'a report with a scenario opened');
  expect(refused).toEqual([]);
});

test('a report file fits a phone, and on paper every scenario is open', async ({ page, playground }) => {
  await open(page, playground.url);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator('summary').first().click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.locator('summary').first().click();
  await expect(page.getByText('HTTP/1.1 402').first()).toBeHidden();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const reply of await page.getByText('HTTP/1.1 402').all()) await expect(reply).toBeVisible();
  // Ink, not a dark page.
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(23, 26, 33)');
});
