import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCaptured } from '../../test/captured-console.ts';
import { plantedSecrets, plantedValue } from '../../test/planted-secrets.ts';

const xml = `<account>
  <password>hunter2</password>
  <genericMediaUploadUrl>https://h.example/?to=%to%</genericMediaUploadUrl>
</account>
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'link-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const link = (...args: string[]) => runCaptured(['link', ...args]);

async function linkTo(text: string, ...args: string[]) {
  const file = join(folder, 'account.xml');
  writeFileSync(file, text);
  return link(file, ...args);
}

describe('link FILE', () => {
  it('prints a link that --decode prints again, without what is secret', async () => {
    const options = [
      '--param',
      'to=+420',
      '--param',
      'account[password]=typed',
      '--assume',
      'sms-to=unknown',
    ];
    const { status, text, err } = await linkTo(xml, ...options, '--locale', 'cs', '--example', 'clip');
    expect(status).toBe(0);
    expect(text).toMatch(/^http:\/\/127\.0\.0\.1:4173\/#s=1\.[\w-]+\n$/);
    expect(err).toContain('left out: password at 2:13, as PASSWORD. ');
    expect(err).toContain('left out: parameter account[password], as PASSWORD. ');
    expect(err).toMatch(/^\d+ characters: it comes through mail and chat\.$/m);
    expect(`${text}${err}`).not.toMatch(/hunter2|typed/);
    const decoded = await link('--decode', text.trim());
    expect(decoded).toMatchObject({ status: 0, text: xml.replace('hunter2', 'PASSWORD') });
    expect(decoded.err.split('\n')).toEqual([
      'parameter to=+420',
      'parameter account[password]=PASSWORD',
      'assumption sms-to=unknown',
      'locale cs',
      'example media clip',
      '',
    ]);
    const json = await link('--decode', '--json', text.trim());
    expect(JSON.parse(json.text)).toMatchObject({
      version: 1,
      parameters: { to: '+420' },
      example: 'clip',
      xml: xml.replace('hunter2', 'PASSWORD'),
    });
  });

  it.each(plantedSecrets)('has no secret in it: $title', async ({ plant, value = plantedValue }) => {
    const { text, err } = await linkTo(plant(value), '--page', 'https://play.example/x?y');
    expect(text).toMatch(/^https:\/\/play\.example\/x\?y#s=1\./);
    const decoded = await link('--decode', text.trim());
    expect(decoded.status).toBe(0);
    expect(`${text}${err}${decoded.text}${decoded.err}`).not.toContain(value);
  });
});

describe('link --decode', () => {
  it('says what is wrong with a link', async () => {
    const { text } = await linkTo(xml);
    expect(await link('--decode', text.trim().slice(0, -3))).toMatchObject({
      status: 1,
      text: '',
      err: expect.stringMatching(/^This link is incomplete/),
    });
    expect(await link('--decode', '#s=9.AAAA')).toMatchObject({
      status: 1,
      err: expect.stringContaining('newer version'),
    });
    expect(await link('--decode', 'https://play.example/')).toMatchObject({ status: 1 });
  });

  it('reads what a portal wrote, and says what of it was not taken', async () => {
    expect(await link('--decode', '#xml=%3Caccount%3E%3C%2Faccount%3E&to=1&method=put&x=y')).toMatchObject({
      status: 0,
      text: '<account><genericMediaUploadMethod>PUT</genericMediaUploadMethod></account>',
      err: expect.stringMatching(/^parameter to=1\n“x” means nothing in a link: .*\n$/),
    });
  });

  it.each([
    [['--page', 'file:///x']],
    [['--account', '0']],
    [['--assume', 'x']],
    [['--media-type', 'x']],
    [['--nonsense']],
  ])('%j is bad usage', async (args) => expect((await linkTo(xml, ...args)).status).toBe(2));
});
