/** What was put in is offered again where a tab begins anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const xml = `<account>
<genericMediaUploadUrl>https://media.example/kept</genericMediaUploadUrl>
</account>
`;

/** @type {import('../run-checks.mjs').Check} */
export const drafts = {
  title: 'a draft is offered in a new document, and restored',
  async run({ page, url, folder }) {
    const path = join(folder, 'kept.xml');
    writeFileSync(path, xml);
    await page.open(url);
    await page.chooseFile('Account XML file', path);
    await page.textWith('any', 'Request URL', 'https://media.example/kept');
    await page.waitFor('that it is kept', () =>
      Array.from(document.querySelectorAll('button')).some((button) => button.textContent === 'Draft kept'),
    );
    await page.openAnew(url);
    await page.textWith('region', 'Account XML', 'Last session: “kept.xml” for media.example');
    await page.click('button', 'Restore last session');
    await page.textWith('any', 'Request URL', 'https://media.example/kept');
  },
};
