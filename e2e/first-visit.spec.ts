import {
  compressedSize,
  leastLater,
  scriptBudget,
  scriptsBeforeEditor,
  scriptsLoadedLater,
} from '../scripts/lib/first-load.mjs';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

test('a first visit shows a working example and succeeds with one press', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await page.goto('/');
  // Readable before the editor is there.
  await expect(playground.url).toContainText('/demo/upload');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.response).toContainText('media_url');
});

/** By what it shows; halves, so that neither takes long on a slow machine. */
const examples = {
  'the documented replies': [
    [/PUT, JSON/, /^Upload succeeded/],
    [/Error reply in XML/, /^Upload failed/],
    [/Error reply in JSON/, /^Upload failed/],
    [/documentation/, /^Upload succeeded/],
    [/POST, XML/, /^Upload succeeded/],
  ],
  'the forms of a request': [
    [/All in the query/, /^Upload succeeded/],
    [/PUT with a localised title/, /^Upload succeeded/],
    [/Headers with a token/, /^Upload succeeded/],
    [/SHA-1 over plain http/, /^Upload succeeded/],
    [/Number rewriting/, /^Upload succeeded/],
  ],
} as const;

for (const [what, chosen] of Object.entries(examples)) {
  test(`every example can be chosen, and its verdict is what it says: ${what}`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    for (const [example, verdict] of chosen) {
      await playground.chooseExample(example);
      await playground.send.click();
      await expect(playground.verdict).toHaveText(verdict);
    }
  });
}

test('the bundled clip is sent as a video', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.upload.getByRole('button', { name: 'clip' }).click();
  await expect(playground.body).toContainText('Content-Type: video/mp4');
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
});

test('the script before the editor stays within its budget, in few files', () => {
  const scripts = scriptsBeforeEditor();
  expect(scripts.length).toBeLessThanOrEqual(5);
  expect(compressedSize(scripts)).toBeGreaterThan(scriptBudget / 2);
  expect(compressedSize(scripts)).toBeLessThan(scriptBudget);
});

test('what is loaded later comes in files of a useful size', () => {
  const later = scriptsLoadedLater();
  expect(later.length).toBeGreaterThan(3);
  expect(later.filter((script) => compressedSize([script]) < leastLater)).toEqual([]);
});
