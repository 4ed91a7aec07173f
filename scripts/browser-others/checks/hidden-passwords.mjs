/** Hidden passwords by pixels: two documents that differ in nothing else look the same, until they are shown. */
import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../child.mjs';

/** Of one length, and no letter in common: wide ones and narrow ones. */
const passwords = { first: 'Wm@Q8QM~W#', second: 'il.1:tj,f!' };

const xml = (/** @type {string} */ password) => `<account>
  <username>100</username> <password>${password}</password>
  <apiToken>${password}</apiToken>
  <voicemailPassword><value lang="en">${password}</value></voicemailPassword>
  <genericMediaUploadUrl>https://media.example/up?p=%account[password]%</genericMediaUploadUrl>
  <genericMediaUploadMultipartData>key=%account[apiToken]%&amp;file=%media_content%</genericMediaUploadMultipartData>
  <genericMediaUploadAuthUsername>u</genericMediaUploadAuthUsername>
  <genericMediaUploadAuthPassword>${password}</genericMediaUploadAuthPassword>
</account>
`;

/** Whether the view of the document holds the password by now, hidden or not. Runs in the page. */
const isThere = (/** @type {string} */ password) => {
  const lines = document.querySelector('.view-lines');
  if (lines && lines.getClientRects().length > 0) return lines.textContent.includes(password);
  const fields = document.querySelectorAll('[aria-label="Account XML"] :is(input, textarea)');
  return Array.from(fields).some((field) => 'value' in field && field.value === password);
};

/** @type {import('../run-checks.mjs').Check} */
export const hiddenPasswords = {
  title: 'hidden passwords can’t be told from others by any pixel, in text and form',
  async run({ page, url, folder }) {
    const pictureOf = async (/** @type {'first' | 'second'} */ name) => {
      mkdirSync(join(folder, name), { recursive: true });
      const path = join(folder, name, 'account.xml'); // the name of the file is shown too
      writeFileSync(path, xml(passwords[name]));
      await page.chooseFile('Account XML file', path);
      await page.waitFor('the document', isThere, passwords[name]);
      return page.screenshot();
    };
    const areEqual = async () => (await pictureOf('first')).equals(await pictureOf('second'));
    await page.open(url);
    await pictureOf('second');
    for (const view of ['XML', 'Form']) {
      await page.click('tab', view);
      // Again where something else moved: a scroll bar that fades, say. Readable ones are never equal.
      await until(`equal pictures of hidden passwords (${view})`, areEqual);
      await page.click('button', 'Show passwords');
      assert.ok(!(await areEqual()), `${view}: shown passwords are not to be seen`);
      await page.click('button', 'Show passwords');
    }
  },
};
