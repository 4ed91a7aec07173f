import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const toDemo = (page: Page, query = '') => `<account>
<genericMediaUploadUrl>${new URL('/demo/upload', page.url())}${query}</genericMediaUploadUrl>
<genericMediaUploadMultipartData>to=%to%&amp;text=%description%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>`;
const refused = `<account>
<genericMediaUploadUrl>http://127.0.0.1:9/up</genericMediaUploadUrl>
<genericMediaUploadMultipartData>to=%to%&amp;file=%media_content%</genericMediaUploadMultipartData>
</account>`;

/** How much longer the document is than its window. */
const surplus = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);

/** Texts in the header that stand in one another, or in part outside the window. */
const headerFaults = (page: Page) =>
  page.evaluate(() => {
    const boxes = Array.from(document.querySelectorAll('header h1, header button'), (element) => ({
      name: element.textContent,
      box: element.getBoundingClientRect(),
    })).filter(({ box }) => box.width > 1 && box.top < 48);
    const isOutside = ({ box }: (typeof boxes)[number]) => box.left < 0 || box.right > innerWidth;
    const faults = boxes.filter(isOutside).map(({ name }) => `${name} is cut`);
    for (const [index, { name, box }] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        if (
          box.left < other.box.right &&
          other.box.left < box.right &&
          box.top < other.box.bottom &&
          other.box.top < box.bottom
        )
          faults.push(`${name} is in ${other.name}`);
    return faults;
  });

/** Rows of the inputs that the edge to the Response goes through. */
const cutRows = (page: Page) =>
  page.evaluate(() => {
    const inputs = document.querySelector('[aria-label="Test upload"] [data-scroll]');
    const edge = inputs?.getBoundingClientRect().bottom ?? 0;
    return Array.from(inputs?.querySelectorAll('[data-row]') ?? [])
      .filter((row) => row.checkVisibility())
      .map((row) => row.getBoundingClientRect())
      .filter(({ top, bottom }) => top < edge - 1 && bottom > edge + 1).length;
  });

const wide = [
  [1097, 617],
  [1280, 720],
  [1280, 800],
  [1920, 1080],
  [2560, 1440],
] as const;
/** The second one is 1280 by 720 at 200 % zoom. */
const narrow = [
  [360, 740],
  [640, 360],
  [640, 720],
  [768, 1024],
] as const;

async function atAll(
  page: Page,
  sizes: readonly (readonly [width: number, height: number])[],
  state: string,
  seen: readonly Locator[],
): Promise<void> {
  for (const [width, height] of sizes) {
    const where = `${state} at ${width} by ${height}`;
    await page.setViewportSize({ width, height });
    for (const locator of seen) await expect(locator, where).toBeInViewport({ ratio: 1 });
    expect(await surplus(page), where).toBe(0);
    expect(await headerFaults(page), where).toEqual([]);
    if (width >= 1040) await expect.poll(() => cutRows(page), where).toBe(0);
  }
}

test('inputs, button and verdict are in view at every wide size, and the page never scrolls', async ({
  page,
}) => {
  test.slow();
  const playground = new PlaygroundPage(page);
  await playground.open();
  const choose = playground.upload.getByRole('button', { name: /^Choose/ });
  const inputs = [choose, playground.parameter('to'), playground.parameter('description'), playground.send];
  await atAll(page, wide, 'first visit', inputs);
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(page.getByRole('group', { name: 'Receipt' })).toContainText('Sent bytes');
  await atAll(page, wide, 'success', [...inputs, playground.verdict]);
  await playground.parameter('description').fill('Lorem ipsum dolor '.repeat(556));
  await atAll(page, wide, 'a description of 10,000 characters', inputs);
  // With everything long, its verdict and the reason for it.
  await playground.parameter('to').fill(`+420${'7'.repeat(300)}`);
  const name = `${'a long name '.repeat(16)}.jpg`;
  await playground.chooseFile({ name, mimeType: 'image/jpeg', buffer: Buffer.from('ffd8ffe0', 'hex') });
  for (const [query, title, rule] of [
    ['', 'Upload succeeded', 'RES-5'],
    ['?status=402', 'Upload failed', 'RES-1'],
  ] as const) {
    await playground.setXml(toDemo(page, query));
    await expect(playground.url).toHaveText(new RegExp(`upload${query.replace('?', '\\?')}$`));
    await playground.send.click();
    await expect(playground.verdict).toHaveText(new RegExp(`^${title}`));
    const seen = [
      playground.verdict.getByText(title, { exact: true }),
      playground.verdict.getByRole('button', { name: rule }),
    ];
    await atAll(page, wide, `everything long, ${title}`, [choose, ...inputs, ...seen]);
  }
  for (const summary of await playground.response.locator('summary').all()) await summary.click();
  await atAll(page, wide, 'all of the reply', []);
  await playground.setXml(refused);
  await expect(playground.url).toContainText('127.0.0.1:9');
  await playground.send.click();
  await expect(playground.response).toContainText('Not sent');
  await atAll(page, wide, 'failure', [playground.send]);
  await page.getByRole('tab', { name: 'Form' }).click();
  await expect(page.getByRole('textbox', { name: 'genericMediaUploadUrl' })).toBeVisible();
  await atAll(page, wide, 'form', []);
});

test('where there is room for one pane the button stays in reach, and the verdict comes into view', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await atAll(page, narrow, 'first visit', [playground.send]);
  await playground.showPane('Request');
  await expect(playground.url).toBeVisible();
  await expect(playground.editor).toBeHidden();
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.verdict).toBeInViewport();
  await atAll(page, narrow, 'success', [playground.send]);
  await page.setViewportSize({ width: 640, height: 360 });
  await playground.showPane('Request');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.verdict.getByText('Upload succeeded')).toBeInViewport({ ratio: 1 });
  await playground.showPane('Account XML');
  await playground.setXml(refused);
  await playground.send.click();
  await expect(playground.response).toContainText('Not sent');
  await expect(playground.response.getByRole('status')).toBeInViewport();
  await atAll(page, narrow, 'failure', [playground.send]);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('menuitem', { name: /^Save/ })).toBeVisible();
});
