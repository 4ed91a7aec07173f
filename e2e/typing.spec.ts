import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

/** Every kind of token that a list offers while it is typed, finished by hand, with Enter after it. */
const typed = `<account>
<password>p&lt;
w</password>
<genericMediaUploadMethod>PUT
</genericMediaUploadMethod>
<genericMediaUploadMultipartData>file=%media_content%
&amp;
a=%own%
</genericMediaUploadMultipartData>
`;

const short = '<account>\n<title>&amp;\n</title>\n';

for (const { delay, text } of [
  { delay: 40, text: typed },
  { delay: 120, text: short },
]) {
  test(`what is typed to its end stays as typed, each Enter a line break, at ${delay} ms a key`, async ({
    page,
  }) => {
    test.slow();
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.setXml('');
    await page.keyboard.type(text, { delay });
    expect(await playground.copyXml()).toBe(text);
  });
}

test('after a finished part no list opens by itself, and one that is asked for does', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml('');
  await page.keyboard.type('<account>\n<genericMediaUploadUrl>https://my.example/</genericMediaUploadUrl>\n');
  await page.keyboard.type('<genericMediaUploadMultipartData>file=%media_content%');
  // The list would have opened long before the request follows.
  await expect(playground.body).toContainText('name=file');
  await expect(playground.account.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /from=/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  expect(await playground.copyXml()).toMatch(/file=%media_content%\n$/);
});

test('a parameter and an end tag are offered as soon as they are begun, and Enter takes them', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml('');
  await page.keyboard.type('<account>\n<username>bob</');
  await expect(page.getByRole('option', { name: /<\/username>/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('\n<genericMediaUploadMultipartData>a=%ac');
  await expect(page.getByRole('option', { name: /%account\[username\]%/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await playground.copyXml()).toBe(
    '<account>\n<username>bob</username>\n<genericMediaUploadMultipartData>a=%account[username]%\n',
  );
});

test('a password is hidden from its first character on, for every locale', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml('');
  const hidden = async () => (await playground.account.locator('.secret-value').allTextContents()).join('');
  await page.keyboard.type('<account>\n<password>S');
  await expect.poll(hidden).toBe('S');
  await page.keyboard.type('ecret\n');
  await expect.poll(hidden).toBe('Secret');
  await page.keyboard.type('<username>bob');
  await expect.poll(hidden).toBe('Secret');
  await playground.setXml(
    '<account>\n<password><value lang="cs">First</value><value>Second</value></password></account>',
  );
  await expect.poll(hidden).toBe('FirstSecond');
  await page.getByRole('button', { name: 'Show passwords' }).click();
  await expect.poll(hidden).toBe('');
});
