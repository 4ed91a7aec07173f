/** Typing, copying and pasting in the editor; the request follows. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keys } from '../page.mjs';

const xml = `<account>
<genericMediaUploadUrl>https://media.example/up</genericMediaUploadUrl>
<genericMediaUploadMultipartData>file=%media_content%</genericMediaUploadMultipartData>
`;

/** @type {import('../run-checks.mjs').Check} */
export const editing = {
  title: 'what is typed and pasted in the editor is in the request',
  async run({ page, url, folder }) {
    const path = join(folder, 'account.xml');
    writeFileSync(path, xml);
    await page.open(url);
    await page.chooseFile('Account XML file', path);
    await page.textWith('any', 'Request URL', 'https://media.example/up');
    await page.click('textbox', 'Account XML');
    await page.press(keys.control, keys.end);
    await page.type(`<genericMediaUploadCustomHeaders>${keys.escape}${keys.enter}X-Typed: yes`);
    await page.textWith('any', 'Request headers', 'X-Typed: yes');
    await page.press(keys.shift, keys.home);
    await page.press(keys.control, 'c');
    await page.type(`${keys.end}${keys.enter}`);
    await page.press(keys.control, 'v');
    await page.type(' and pasted');
    await page.textWith('any', 'Request headers', /X-Typed: yes\s+X-Typed: yes and pasted/);
  },
};
