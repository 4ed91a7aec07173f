import type { Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

/** Matches the page's own script, which its first one names. */
async function mainScript(page: Page): Promise<RegExp> {
  const html = await (await page.request.get('/')).text();
  const path = /data-script="\.(\/[^"]+)"/.exec(html)?.[1] ?? '';
  return new RegExp(`${path.replaceAll('.', '\\.')}$`);
}

const tooOld =
  /This browser is too old for the playground\. It needs Chrome or Edge \d+, Firefox \d+, Safari/;

for (const missing of [
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.findLast',
  'URL.canParse',
  'structuredClone',
]) {
  test(`a browser without ${missing} shows that it is too old, instead of a dead example`, async ({
    page,
  }) => {
    await page.addInitScript((path) => {
      const names = path.split('.');
      const last = names.pop() ?? '';
      const owner = names.reduce((object: object, name) => Reflect.get(object, name), globalThis);
      Reflect.deleteProperty(owner, last);
    }, missing);
    await page.goto('/');
    await expect(page.getByText(tooOld)).toBeVisible();
    await expect(page.getByText('Account XML').filter({ visible: true })).toHaveCount(0);
  });
}

test('a browser whose style sheets know no light-dark() shows that it is too old', async ({ page }) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...asked: string[]) =>
      !asked.join().includes('light-dark') && Reflect.apply(supports, CSS, asked);
  });
  await page.goto('/');
  await expect(page.getByText(tooOld)).toBeVisible();
});

test('a browser that can’t parse the page’s script shows that it is too old', async ({ page }) => {
  // As if its syntax were newer than the browser: the page's own script doesn't parse.
  await page.route(await mainScript(page), (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'const = 1;' }),
  );
  await page.goto('/');
  await expect(page.getByText(tooOld)).toBeVisible();
});

test('without JavaScript the page says that it needs it', async ({ request }) => {
  // Playwright's switch leaves <noscript> unparsed: the document itself is looked at.
  const html = await (await request.get('/')).text();
  expect(/<noscript>(.*?)<\/noscript>/s.exec(html)?.[1]).toContain('The playground needs JavaScript');
});

test('a browser that is new enough shows no such notice', async ({ page }) => {
  await new PlaygroundPage(page).open();
  await expect(page.getByText(tooOld)).toBeHidden();
});
