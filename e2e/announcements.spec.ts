import type { Page } from '@playwright/test';
import { PlaygroundPage } from './support/playground-page.ts';
import { success, whenComplete } from './support/raw-server.ts';
import { expect, test } from './support/test.ts';

/** Records what each live region says, whenever its text turns; what is hidden from screen readers is left out. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    const before = new Map<Element, string>();
    const textOf = (node: Node): string => {
      if (node instanceof Element && node.matches('[aria-hidden=true], button')) return '';
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      return [...node.childNodes].map(textOf).join(' ');
    };
    const look = () => {
      for (const region of document.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
        const text = textOf(region).replace(/\s+/g, ' ').trim();
        const last = before.get(region);
        before.set(region, text);
        // What a region holds when it comes is read with the page; an alert is spoken at once.
        const isNew = last === undefined && region.getAttribute('role') !== 'alert';
        if (text !== '' && text !== last && !isNew) said.push(text);
      }
    };
    Object.assign(window, { takeSaid: () => said.splice(0) });
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { takeSaid: () => string[] }).takeSaid());
}

test('each turn is said once to a screen reader: progress, verdict, copy and notices', async ({
  page,
  rawServer,
}) => {
  let answer = () => {};
  const server = await rawServer(
    whenComplete((socket) => {
      answer = () => socket.end(success);
    }),
  );
  const takeSaid = await listen(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(page.getByRole('status')).toHaveCount(1);
  await playground.setXml(
    `<account><genericMediaUploadUrl>${server.origin}/up?to=%to%</genericMediaUploadUrl><genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData></account>`,
  );
  await expect(playground.url).toContainText('/up');
  await takeSaid();

  await playground.send.click();
  // Two turns of the clock that is seen.
  await expect(playground.response).toContainText(/, 2 s of \d+ s/);
  answer();
  await expect(playground.verdict).toHaveText(/^Upload succeeded/);
  const sent = await takeSaid();
  expect(sent).toEqual([...new Set(sent)]);
  expect(sent.filter((text) => text.startsWith('Waiting'))).toEqual(['Waiting for the response']);
  expect(sent.filter((text) => text.startsWith('Upload succeeded'))).toHaveLength(1);
  expect(sent.at(-1)).toMatch(/^Upload succeeded/);

  await page.getByRole('button', { name: 'Copy URL' }).click();
  await expect.poll(takeSaid).toEqual(['Copied']);

  // A menu says itself what it is, by its roles.
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem').first().waitFor();
  expect(await takeSaid()).toEqual([]);
  await page.getByRole('menuitem', { name: /Error reply in JSON/ }).click();
  await expect(playground.url).toContainText('status=406');
  const replaced = await takeSaid();
  expect(replaced.filter((text) => text.startsWith('Replaced by the example'))).toHaveLength(1);
  expect(replaced).toEqual([...new Set(replaced)]);
});
