import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildFor, type ShortRequest } from '../test/build-for-test.ts';
import { receiverFacts } from './facts.ts';
import { fillTemplate } from './fill-template.ts';
import { receiverFiles, receiverLanguages } from './starters.ts';
import { zipOf } from './zip.ts';

const factsOf = (short: ShortRequest) => receiverFacts(buildFor(short));
const secure = 'https://example.com/u';
const nodes = { username: '555', password: 'secret', token: 'Zk3v' };
const data = 'to=%to%&file=%media_content%';

test('the path takes anything where a parameter stands, and nothing but itself elsewhere', () => {
  const path = factsOf({ url: 'https://example.com/v1.0/%to%/m(1)?to=%to%', data })?.path ?? '';
  const pattern = new RegExp(`^(?:${path})$`);
  expect(['/v1.0/1/m(1)', '/v1.0/%2B420/m(1)', '/v1.0//m(1)'].every((one) => pattern.test(one))).toBe(true);
  expect(
    ['/v1x0/1/m(1)', '/v1.0/1/2/m(1)', '/v1.0/1/m1', '/v1.0/1/m(1)/'].some((one) => pattern.test(one)),
  ).toBe(false);
});

test.each([
  [{ url: secure, data }, { kind: 'none' }],
  [{ url: secure, data, headers: 'Authorization: Basic NTU1OnA=' }, { kind: 'basic' }],
  [
    { url: secure, data, headers: 'Authorization: Bearer %account[token]%' },
    { kind: 'token', header: 'Authorization', prefix: 'Bearer ' },
  ],
  [
    { url: secure, data, headers: 'X-Api-Key: 1\nX-Other: 2' },
    { kind: 'token', header: 'X-Api-Key', prefix: '' },
  ],
  [{ url: secure, data, nodes: { genericMediaUploadAuthUsername: 'a' } }, { kind: 'digest' }],
  [
    { url: secure, data: `u=%account[username]%&p=%sha1(%account[password]%)%&${data}`, nodes },
    {
      kind: 'fields',
      username: { kind: 'part', name: 'u' },
      password: { kind: 'part', name: 'p' },
      isHashed: true,
    },
  ],
  [
    { url: `${secure}?a=1&pass%20word=%account[password]%&to=%to%`, data, nodes },
    { kind: 'fields', username: null, password: { kind: 'query', name: 'pass%20word' }, isHashed: false },
  ],
  [{ url: `${secure}?p=x%account[password]%`, data, nodes }, { kind: 'none' }],
] as const)('%j is checked by %j', (short, login) => {
  expect(factsOf(short)?.login).toEqual(login);
});

test('asterisks in the place of a password are no login, and that is said', () => {
  const facts = factsOf({ url: 'http://example.com/u', data: `p=%account[password]%&${data}`, nodes });
  expect(facts?.login).toEqual({ kind: 'none' });
  expect(facts?.notes.join()).toContain('asterisks');
  expect(facts?.textParts).toEqual(['p', 'to']);
});

test('without a request, or without a part for the media, there is nothing to receive', () => {
  expect(factsOf({ xml: '<account/>' })).toBeNull();
  expect(factsOf({ url: secure, data: 'to=%to%' })).toBeNull();
});

test('a name of a part can end no text, comment or code of any language', () => {
  const name = `'";\`$1{2}\`@@path@@\\\n*/?><?php #{"`;
  const facts = factsOf({ url: secure, data: `${encodeURIComponent(name)}=%to%&file=%media_content%` });
  if (!facts) throw new Error('There are no facts.');
  expect(facts.textParts).toEqual([name]);
  for (const language of receiverLanguages) {
    const files = receiverFiles(language, facts);
    const { 'README.md': _, ...sources } = files;
    const source = Object.values(sources).join('\n');
    const written = language === 'php' ? name.replaceAll(/[\\']/g, '\\$&') : JSON.stringify(name);
    expect(source).toContain(written);
    expect(source.replace(written, '')).not.toMatch(/@@/);
  }
});

test('a template keeps what applies, nested too', () => {
  const template = 'a\n// @@if one\nb\n  # @@if two three\nc @@x@@\n# @@end\nd\n// @@end\ne';
  const fill = (...words: string[]) => fillTemplate(template, new Set(words), { x: '$&' });
  expect(fill()).toBe('a\ne');
  expect(fill('two')).toBe('a\ne');
  expect(fill('one')).toBe('a\nb\nd\ne');
  expect(fill('one', 'three')).toBe('a\nb\nc $&\nd\ne');
});

test('the zip holds every file in one folder, and is the same each time', () => {
  const files = { 'public/a.txt': 'á', 'README.md': 'b' };
  const zip = zipOf('receiver', files);
  const entries = Object.entries(unzipSync(zip)).map(([path, bytes]) => [
    path,
    new TextDecoder().decode(bytes),
  ]);
  expect(entries).toEqual([
    ['receiver/public/a.txt', 'á'],
    ['receiver/README.md', 'b'],
  ]);
  expect(zipOf('receiver', files)).toEqual(zip);
});
