import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe.ts';
import { cliPreview } from './support/cli.ts';
import { PlaygroundPage } from './support/playground-page.ts';
import { expect, test } from './support/test.ts';

const secrets = ['Tr0ub4dor-n3ver-t0-be-seen', 'tok_9f8e7d6c5b4a3210', 'am9lOlRyMHViNGRvcg=='];
const [password, token, basic] = secrets;
const xml = `<account>
  <username>johndow</username>
  <password>${password}</password>
  <genericMediaUploadUrl>https://media.example/up?api_key=${token}</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>user=%account[username]%&amp;to=%to%&amp;password=%account[password]%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>Authorization: Basic ${basic}</genericMediaUploadCustomHeaders>
</account>
`;
const bytes = Buffer.from('ffd8ffe0000d0a2d2d', 'hex');
const to = '+420 "777" `$(id)` \'\\ Š🌅';

const copied = [
  ['Copy as cURL', 'curl'],
  ['Copy as cURL with -F', 'curl-form'],
  ['Copy as PowerShell', 'powershell'],
  ['Copy as Node', 'node'],
  ['Copy as Python', 'python'],
  ['Copy as PHP', 'php'],
  ['Copy as Go', 'go'],
] as const;
const saved = [
  ['HAR', 'har', 'upload.har'],
  ['.http file', 'http-file', 'upload.http'],
  ['Raw HTTP', 'http', 'upload.request'],
  ['Body', 'body', 'upload.body'],
] as const;

test('every export is what the command line writes, without secrets, by keyboard', async ({ page }) => {
  // Twelve exports, and the command line for each.
  test.slow();
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.setXml(xml);
  await playground.chooseFile({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await playground.parameter('to').fill(to);
  await expect(playground.body).toContainText('777');
  const boundary = /boundary="([^"]+)"/.exec((await playground.headers.textContent()) ?? '')?.[1] ?? '';
  const cli = async (format: string) => {
    const options = ['--format', format, '--secrets', 'variables'];
    const out = await cliPreview({
      xml,
      parameters: { to },
      file: { name: 'photo.jpg', bytes },
      boundary,
      options,
    });
    return out.toString('latin1');
  };
  const button = page.getByRole('button', { name: 'Export' });
  const notice = page.getByRole('region', { name: 'Export', exact: true });
  const choose = async (label: string) => {
    await button.focus();
    await page.keyboard.press('Enter');
    const entry = page.getByRole('menuitem', { name: label, exact: false }).filter({
      has: page.locator(`strong:text-is("${label}")`),
    });
    await playground.tabTo(entry, 'ArrowDown');
    await page.keyboard.press('Enter');
  };
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  for (const [label, format] of copied) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await choose(label);
    await expect(notice).toContainText(`Copied: ${label.replace('Copy as ', '')}`);
    const text = await clipboard();
    expect(Buffer.from(text).toString('latin1').trimEnd()).toBe((await cli(format)).trimEnd());
    for (const secret of secrets) expect(text).not.toContain(secret);
    await expect(notice).toContainText('MEDIA_UPLOAD_PASSWORD (part 3)');
    if (format === 'curl-form') await expect(notice).toContainText('The boundary is drawn by curl');
    await page.keyboard.press('Escape');
  }

  for (const [label, format, name] of saved) {
    const download = page.waitForEvent('download');
    await choose(label);
    const file = await download;
    expect(file.suggestedFilename()).toBe(name);
    const content = (await readFile(await file.path())).toString('latin1');
    const withoutTime = (text: string) => text.replace(/"startedDateTime": "[^"]*"/, '').trimEnd();
    expect(withoutTime(content)).toBe(withoutTime(await cli(format)));
    for (const secret of secrets) expect(content).not.toContain(secret);
  }

  // A ticket has what was sent and what came of it.
  await playground.send.click();
  await expect(page.getByText('Not sent').first()).toBeVisible({ timeout: 20_000 });
  await choose('Copy for a ticket');
  await expect(notice).toContainText('Copied: the ticket');
  const ticket = await clipboard();
  for (const part of ['## Verdict', '## Account XML', '## Request', '## Versions', '#s=1.'])
    expect(ticket).toContain(part);
  for (const secret of secrets) expect(ticket).not.toContain(secret);

  // What a person asks for goes in.
  await choose('Put secrets in');
  await choose('Copy as cURL');
  await expect(notice).toContainText('Copied: cURL');
  await expect.poll(clipboard).toContain(password);
  await expect(notice).not.toContainText('Secrets are left out');
  await button.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Leave secrets out' })).toBeVisible();
  await expectAccessible(page, 'with the menu Export and the notice of an export');
  await page.keyboard.press('Escape');
  await notice.getByRole('button', { name: 'Close this notice' }).click();
  await expect(notice).toHaveCount(0);
  await expect(button).toBeFocused();
});
