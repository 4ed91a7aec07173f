import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

/** What the scenario asks for (docs/failing-servers.md). */
const demoCredentials = { username: 'demo', password: 'demo-password' };

const photo = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('\r\n--B\r\n\r\n\0\u00ff')]);
const sha256 = createHash('sha256').update(photo).digest('hex');

const xml = (url: string, method = 'POST') => `<account>
  <username>žofie</username>
  <token>hunter2</token>
  <genericMediaUploadUrl>${url}</genericMediaUploadUrl>
  <genericMediaUploadMethod>${method}</genericMediaUploadMethod>
  <genericMediaUploadMultipartData>from=%account[username]%&amp;key=%account[token]%&amp;note=a%0D%0Ab&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadCustomHeaders>x-UPPER-lower: %account[username]%
X-Key: %account[token]%
X-Empty:</genericMediaUploadCustomHeaders>
  <genericMediaUploadAuthUsername>${demoCredentials.username}</genericMediaUploadAuthUsername>
  <genericMediaUploadAuthPassword>${demoCredentials.password}</genericMediaUploadAuthPassword>
</account>
`;

class Arrivals extends PlaygroundPage {
  readonly arrived = this.response.getByRole('region', { name: 'What arrived', exact: true });

  async sendTo(url: string, method?: string): Promise<void> {
    await this.setXml(xml(url, method));
    await expect(this.url).toContainText(url.replaceAll('&amp;', '&'));
    await this.send.click();
  }

  fact(name: string) {
    return this.arrived.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd[1]');
  }
}

/** Asked of the demo server: how often, by whatever is on the page. */
function countReports(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/demo/uploads') count += 1;
  });
  return () => count;
}

for (const method of ['POST', 'PUT']) {
  test(`${method} to the demo server: what arrived is shown as that server received it`, async ({
    page,
    playground: { url },
  }) => {
    const asked = countReports(page);
    const playground = new Arrivals(page);
    await playground.open();
    await playground.chooseFile({ name: 'moře "1".jpg', mimeType: 'image/jpeg', buffer: photo });
    await expect(playground.body).toContainText('moře');
    await playground.sendTo(`${url}demo/upload?reply=json`, method);
    await expect(playground.verdict).toHaveText(/^Upload succeeded/);

    const { arrived } = playground;
    const [, headers] = await playground.shownRequest();
    await expect(arrived).toContainText(`${method} /demo/upload?reply=json`);
    for (const line of headers.split('\n')) await expect(arrived).toContainText(line.trim());
    await expect(playground.fact('from')).toHaveText('žofie');
    await expect(playground.fact('note')).toHaveText(/^a.*b$/s);
    await expect(playground.fact('Part')).toHaveText('file');
    await expect(playground.fact('File name')).toHaveText(/^moře/);
    await expect(playground.fact('Type')).toHaveText('image/jpeg');
    await expect(playground.fact('Size')).toHaveText(`${photo.length} bytes`);
    await expect(playground.fact('SHA-256')).toContainText(sha256);
    await expect(playground.fact('Compared')).toHaveText('Same bytes as the media that was sent');
    expect(asked()).toBe(1);

    await test.step('secrets are dots until they are shown', async () => {
      await expect(playground.fact('key')).toHaveText('••••••••');
      await expect(arrived).not.toContainText('hunter2');
      await page.getByRole('button', { name: 'Show passwords' }).click();
      await expect(playground.fact('key')).toHaveText('hunter2');
      await expect(arrived).toContainText('X-Key: hunter2');
    });
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="What arrived"]').analyze();
    expect(violations).toEqual([]);
    expect(asked()).toBe(1);
  });
}

test('the sample comes back byte for byte from media_url, is seen, and read by five other parsers', async ({
  page,
}) => {
  const playground = new Arrivals(page);
  await playground.open();
  await playground.send.click();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  const { arrived } = playground;
  const picture = arrived.getByRole('img', { name: 'As the demo server gives it back' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  const address = await arrived.getByRole('link', { name: 'Open it' }).getAttribute('href');
  await expect(playground.response).toContainText(address ?? 'no address');
  const [kept, sample] = [await page.request.get(address ?? ''), await page.request.get('/sample.jpg')];
  expect((await kept.body()).equals(await sample.body())).toBe(true);

  await arrived.getByText('How other parsers read it').click();
  const parsers = arrived.getByRole('list', { name: 'Other parsers' }).locator('> li');
  await expect(parsers).toHaveCount(5);
  await expect(parsers.filter({ hasText: 'formidable' })).toContainText('Reads the same: 3 fields, 1 file');
  await expect(parsers.filter({ hasText: '@remix-run' })).toContainText('Reads the same: 3 fields, 1 file');
  // Names without quotes: Node's own formData() takes none (spec of MP-6).
  await expect(parsers.filter({ hasText: 'formData() of Node' })).toContainText('Refuses it');
  await expect(arrived).toContainText('1 server: answers 200, but parses nothing');
});

test('a script’s upload appears by itself, with what is otherwise than this configuration sends it', async ({
  page,
  playground: { url },
}) => {
  const playground = new Arrivals(page);
  await playground.open();
  await playground.response.getByText('Uploads to the demo server').click();
  await expect(playground.response.getByText(`${url}demo/upload`, { exact: true })).toBeVisible();
  await playground.response.getByRole('button', { name: 'Copy upload address' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${url}demo/upload`);
  const boundary = 'BoundaryOfAScriptThatUploads';
  const part = (head: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const reply = await fetch(`${url}demo/upload?script=1`, {
    method: 'PUT',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: `${part('name="password"', 'hunter2')}${part('name="file"; filename="a.txt"', 'text')}--${boundary}--\r\n`,
  });
  expect(reply.status).toBe(200);
  const item = page
    .getByRole('list', { name: 'Last uploads' })
    .getByRole('listitem')
    .filter({ hasText: 'PUT' })
    .first();
  await expect(item).toContainText(/PUT.*node: a\.txt of 4 bytes, 1 field · \d+ differences/);
  await item.getByText('a.txt of 4 bytes').click();
  await expect(item).toContainText('/demo/upload?script=1');
  const differences = item.getByRole('region', { name: 'Differences' });
  await expect(differences).toContainText('Method');
  await expect(differences).toContainText('Header X-Media-Size');
  // Whose password that is, nobody here knows.
  await expect(item).toContainText('••••••••');
  await expect(item).not.toContainText('hunter2');
  await expect(item.getByRole('link', { name: 'Download it' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Last uploads"]').analyze();
  expect(violations).toEqual([]);
});

test('without a file, or with one of no bytes, the demo server refuses and says what is missing', async ({
  page,
  playground: { url },
}) => {
  const playground = new Arrivals(page);
  await playground.open();
  await playground.setXml(
    `<account><genericMediaUploadUrl>${url}demo/upload</genericMediaUploadUrl><genericMediaUploadMultipartData>to=%to%</genericMediaUploadMultipartData></account>`,
  );
  await playground.send.click();
  await expect(playground.verdict).toHaveText(
    /^Upload failed.*The upload has no file\. Add a part such as file=%media_content%/s,
  );
  await playground.chooseFile({ name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
  await playground.sendTo(`${url}demo/upload`);
  await expect(playground.verdict).toHaveText(/^Upload failed.*The file is empty/s);
});

test('after a login it is the request that brought the answer', async ({ page, playground: { url } }) => {
  const playground = new Arrivals(page);
  await playground.open();
  await playground.sendTo(`${url}demo/upload?scenario=digest`);
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.response.getByText('Login: 2 exchanges')).toBeVisible();
  await expect(playground.arrived).toContainText('Authorization: Digest username=');
  await expect(playground.fact('from')).toHaveText('žofie');
});

test('the same upload again has a report of its own', async ({ page, playground: { url } }) => {
  const asked = countReports(page);
  const playground = new Arrivals(page);
  await playground.open();
  await playground.sendTo(`${url}demo/upload?reply=xml`);
  await expect(playground.fact('from')).toHaveText('žofie');
  await playground.send.click();
  await expect.poll(asked).toBe(2);
  await expect(playground.fact('from')).toHaveText('žofie');
});

test('of an upload that broke off it is said how far it came, whatever the page’s clock says', async ({
  page,
  playground: { url },
}) => {
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 600_000;
  });
  const playground = new Arrivals(page);
  await playground.open();
  // Of one that fits into the buffers on the way all may arrive.
  const film = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(1_000_000, 'frames') };
  await playground.chooseFile(film);
  await expect(playground.body).toContainText('film.mp4');
  await playground.sendTo(`${url}demo/upload?scenario=reset&amp;at=10000`);
  await expect(playground.arrived).toContainText(/The connection ended after \d+ of \d+ bytes/);
  await expect(playground.arrived).toContainText('scenario=reset');
});

test('of an upload elsewhere, or one that never left, nothing is asked', async ({
  page,
  playground: { url },
  rawServer,
}) => {
  const asked = countReports(page);
  const server = await rawServer(whenComplete((socket) => socket.end(success)));
  const playground = new Arrivals(page);
  await playground.open();
  await playground.sendTo(`${server.origin}/demo/upload`);
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(page.getByRole('group', { name: 'Receipt' })).toBeVisible();
  await playground.sendTo(`${url}elsewhere`);
  await expect(playground.verdict).toHaveText(/^Upload failed/);
  await server.close();
  await playground.sendTo(`${server.origin}/demo/upload`);
  await expect(page.getByRole('status')).toHaveText(/^Not sent/);
  await expect(playground.arrived).toHaveCount(0);
  expect(asked()).toBe(0);
});

test('where the demo server is gone, or has another report, that is said', async ({
  page,
  playground: { url },
}) => {
  const playground = new Arrivals(page);
  await playground.open();
  await page.route('**/demo/uploads', (route) => route.abort());
  await playground.sendTo(`${url}demo/upload?reply=xml`);
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  await expect(playground.arrived).toContainText('could not be asked');
  await page.unroute('**/demo/uploads');
  await page.route('**/demo/uploads', (route) => route.fulfill({ json: [] }));
  await playground.send.click();
  await expect(playground.arrived).toContainText('no report of this upload');
});
