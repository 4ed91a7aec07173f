import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../core/account/edit-account.ts';
import { readAccount } from '../../core/account/read-account.ts';
import { differenceOf, type FailingServer, failingServers, pointAt, scenarioIn } from './failing-servers.ts';

const origin = 'http://127.0.0.1:4173';
const choice = { account: 1, locale: undefined };
const all = failingServers(origin).flatMap(({ servers }) => servers);

function server(name: string): FailingServer {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

const xml = `<account>\r
  <!-- mine --><genericMediaUploadUrl>https://m.example/up?to=%to%</genericMediaUploadUrl>\r
  <username>x</username>\r
</account>`;

test('the URL alone changes, and by one edit', () => {
  const pointing = pointAt(server('never'), xml, choice);
  const wanted = xml.replace('https://m.example/up?to=%to%', `${origin}/demo/upload?scenario=never`);
  expect(pointing).toMatchObject({ kind: 'changed', text: wanted, keys: ['genericMediaUploadUrl'] });
  expect(pointing.kind === 'changed' && applyEdits(xml, pointing.edits)).toBe(wanted);
});

test.each(['digest', 'basic'])('a server that asks for a login brings its credentials along: %s', (name) => {
  const pointing = pointAt(server(name), xml, choice);
  const { account } = readAccount(pointing.kind === 'changed' ? pointing.text : '', choice);
  expect(account?.value('genericMediaUploadAuthUsername')?.text).toBe('demo');
  expect(account?.value('genericMediaUploadAuthPassword')?.text).toBe('demo-password');
  expect(account?.value('username')?.text).toBe('x');
  expect(pointing).toMatchObject({ edits: { length: 1 } });
});

test('an option that is a number stands in the URL, to be tried with others', () => {
  expect(server('reset').keys).toEqual([
    ['genericMediaUploadUrl', `${origin}/demo/upload?scenario=reset&at=10000`],
  ]);
});

test('each server is recognised by the URL that leads to it', () => {
  for (const { name, keys } of all) expect(scenarioIn(keys[0]?.[1] ?? null, origin)).toBe(name);
});

test.each([
  null,
  '',
  'https://m.example/demo/upload?scenario=never',
  `${origin}/other?scenario=never`,
  `${origin}/demo/upload`,
])('the URL %j leads to none of them', (url) => expect(scenarioIn(url, origin)).toBe(''));

test('choosing the same one again changes nothing', () => {
  const once = pointAt(server('digest'), xml, choice);
  const again = pointAt(server('digest'), once.kind === 'changed' ? once.text : '', choice);
  expect(again).toMatchObject({ kind: 'changed', edits: [], keys: [] });
});

test('a document without an account is left as it is, with the reason', () => {
  expect(pointAt(server('never'), '<other/>', choice)).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/account/),
  });
});

test('the difference of two texts is one edit that makes one of the other, and none where they are equal', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = differenceOf(before, after);
      expect(edits.length).toBe(before === after ? 0 : 1);
      expect(applyEdits(before, edits)).toBe(after);
      for (const at of edits.flatMap(({ range }) => [range.start, range.end])) {
        expect(before.slice(at - 1, at + 1)).not.toMatch(/\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF]/);
      }
    }),
  );
});
