import { expect, test } from 'vitest';
import { buildFor } from '../test/build-for-test.ts';

const built = buildFor({
  nodes: { username: 'john', password: 'pw' },
  url: 'https://e.example/%account[username]%?to=%sms_to%',
  headers: 'X-Size: %media_size%\nX-Mine: %mine%\nX-Locale: %locale%\nX-Nobody: %account[nobody]%',
  data: 'k=%sha1(%account[username]%:%account[password]%)%&t=%to%&d=%description%&u=%unknown%&f=%media_content%',
  params: { to: '+1', mine: 'm', unused: 'x' },
  locale: 'cs',
});

test('the parameters that templates use are listed once, with their value and where it comes from', () => {
  const listed = built.parameters.map(({ name, value, source }) => [name, value, source.kind]);
  expect(listed.toSorted()).toEqual(
    [
      ['account[nobody]', '', 'unset'],
      ['account[password]', 'pw', 'node'],
      ['account[username]', 'john', 'node'],
      ['description', '', 'unset'],
      ['locale', 'cs', 'locale'],
      ['media_size', '9', 'media'],
      ['mine', 'm', 'user'],
      ['to', '+1', 'user'],
    ].toSorted(),
  );
});

test('each knows all its places, %sms_to% as one of the recipient (TPL-7)', () => {
  const places = Object.fromEntries(
    built.parameters.map(({ name, occurrences }) => [
      name,
      occurrences.map(({ start, end }) => built.xml.slice(start, end)),
    ]),
  );
  expect(places).toMatchObject({
    to: ['%sms_to%', '%to%'],
    'account[username]': ['%account[username]%', '%account[username]%'],
    'account[password]': ['%account[password]%'],
  });
});

test('a value that stands in the document has its place', () => {
  const { source } = built.parameters.find(({ name }) => name === 'account[password]') ?? {};
  expect(source?.kind === 'node' && built.xml.slice(source.range.start, source.range.end)).toBe('pw');
});

test('passwords are marked, and nothing harmless is', () => {
  expect(built.parameters.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
    'account[password]',
  ]);
});

test('what is written like a parameter or a call but is not one is listed apart, with its places', () => {
  const { unknown, xml } = buildFor({
    url: 'https://e.example/?a=%nope%&b=%media_content%',
    data: 'k=%md5(x)%&s=%sha1(%nope%)%&t=%to%&f=%media_content%',
  });
  const listed = unknown.map(({ name, occurrences }) => [
    name,
    occurrences.map(({ start, end }) => xml.slice(start, end)),
  ]);
  expect(listed).toEqual([
    ['nope', ['%nope%', '%nope%']],
    ['media_content', ['%media_content%']],
    ['md5(x)', ['%md5(x)%']],
  ]);
});
