import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

test('the Reference explains rules, keys, parameters and shortcuts, and gives the focus back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const reference = page.getByRole('region', { name: 'Reference', exact: true });
  const search = reference.getByRole('textbox', { name: 'Search the Reference' });
  const marked = reference.locator('[aria-current="true"]');

  await playground.setXml(
    `<account><username>u</username><genericMediaUploadUrl>${new URL('/demo/upload', page.url())}?a=%account[username]%&amp;b=%nope%&amp;c=%to%</genericMediaUploadUrl></account>`,
  );
  // By its key, where nobody types.
  const chip = playground.account.getByRole('button', { name: 'TPL-5' });
  await chip.waitFor();
  await page.getByRole('separator', { name: 'Height of the problem list' }).focus();
  await playground.tabTo(chip);
  await expect(page.getByRole('tooltip')).toContainText('Unknown parameters');
  await page.keyboard.press('?');
  await expect(search).toBeFocused();
  const [ofReference, ofRequest] = [await reference.boundingBox(), await playground.request.boundingBox()];
  expect(ofReference?.x).toBeGreaterThanOrEqual((ofRequest?.x ?? 0) + (ofRequest?.width ?? 0));
  await page.keyboard.type('password without');
  await page.keyboard.press('ArrowDown');
  await expect(reference.getByRole('article').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reference).toHaveCount(0);
  await expect(chip).toBeFocused();

  // By a code, and on from there.
  await page.keyboard.press('Enter');
  await expect(marked).toContainText('TPL-5');
  await expect(marked).toBeFocused();
  await page.keyboard.press('Escape');

  // By a parameter’s name; in its field by F1.
  await playground.upload.getByRole('button', { name: 'account[username]', exact: true }).click();
  await expect(marked).toContainText('%account[node]%');
  await marked.getByRole('button', { name: 'TPL-2' }).click();
  await expect(marked).toContainText('TPL-2');
  await playground.parameter('to').focus();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog').getByRole('option').first()).toHaveText('Reference: %to%');
  await page.keyboard.press('Enter');
  await expect(marked).toContainText('%to%');

  // A question mark in a field is a character.
  await search.fill('');
  await search.press('?');
  await expect(search).toHaveValue('?');
  await search.fill('next problem');
  await expect(reference.getByRole('article')).toHaveCount(1);
  await expect(reference.getByRole('article')).toContainText('F8');
  await reference.getByRole('button', { name: 'Close the Reference' }).click();

  // The key is one character, so it can be turned off (WCAG 2.1.4).
  const turn = async (title: string) => {
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('combobox', { name: 'Search commands' }).fill(title);
    await page.keyboard.press('Enter');
  };
  const button = page.getByRole('button', { name: 'Reference', exact: true });
  await turn('Turn the key ? off');
  await button.focus();
  await page.keyboard.press('?');
  await turn('Turn the key ? on');
  await expect(reference).toHaveCount(0);
  await button.focus();
  await page.keyboard.press('?');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');

  // By a key of the form.
  await page.getByRole('tab', { name: 'Form' }).click();
  await playground.account.getByRole('button', { name: 'genericMediaUploadMethod', exact: true }).click();
  await expect(marked).toContainText('POST or PUT');
});

test('on a phone the Reference is the whole page, and what it covers can’t be reached', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const menu = page.getByRole('button', { name: 'More', exact: true });
  const open = async () => {
    await menu.click();
    await page.getByRole('menuitem', { name: /^Reference/ }).click();
  };
  await open();
  const reference = page.getByRole('region', { name: 'Reference', exact: true });
  expect(await reference.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  await expect(page.locator('main')).toHaveAttribute('inert', '');
  const search = reference.getByRole('textbox', { name: 'Search the Reference' });
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  // The menu gives its focus back as the Reference takes it.
  await open();
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(page.locator('main')).not.toHaveAttribute('inert');
});
