import { expect, test } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';

const nodes = {
  username: '4201',
  password: 'secret',
  ready: Buffer.from('jo:p').toString('base64'),
  scheme: 'Basic x:y',
};
const read = (headers: string, url = 'https://m.example/u') => buildFor({ url, headers, nodes });
const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['Authorization: Basic %account[username]%:%account[password]%', '%account[username]%:%account[password]%'],
  ['authorization:basic jo:secret', 'jo:secret'],
  ['AUTHORIZATION:  BASIC \t jo', 'jo'],
  ['Authorization: Basic %account[password]%', '%account[password]%'],
  ['Authorization: Basic %sha1(a:b)%', '%sha1(a:b)%'],
  [`Authorization: Basic ${base64('no colon')}`, base64('no colon')],
  [`Authorization: Basic ${base64('jo:pw').slice(0, -1)}`, base64('jo:pw').slice(0, -1)],
  [`Authorization: Basic ${base64('jo\u0000:p')}`, base64('jo\u0000:p')],
  [`Authorization: Basic "${base64('jo:p')}"`, `"${base64('jo:p')}"`],
  [`Authorization: Basic base64(jo:p)`, 'base64(jo:p)'],
  [`Authorization: Basic ${base64('jo:p')}%to%=`, `${base64('jo:p')}%to%=`],
  ['Authorization: Basic', 'Basic'],
  ['Authorization: %account[scheme]%', '%account[scheme]%'],
  [`X-A: 1\\nAuthorization: Basic jo:p\\nX-B: 2`, 'jo:p'],
])('a value that is no Base64 of user name, colon and password is reported: %s (HDR-7)', (headers, place) => {
  const built = read(headers);
  expect(built.at('HDR-7')).toBe(place);
  expect(built.rules.filter((rule) => rule === 'HDR-7')).toHaveLength(1);
  expect(built.message('HDR-7')).toMatch(/a template can't encode|A template can't encode/);
  expect(built.message('HDR-7')).toContain('genericMediaUploadAuthUsername');
  expect(built.message('HDR-7')).not.toMatch(/secret|4201/);
  expect(built.customHeaders.some(([name]) => name.toLowerCase() === 'authorization')).toBe(true);
});

test.each([
  `Authorization: Basic ${base64('jo:p')}`,
  `Authorization: Basic ${base64('jo:')}`,
  `authorization:BASIC   ${base64('j\u00F6:p:w')}`,
  'Authorization: Basic %account[ready]%',
  `Authorization: %account[scheme2]% ${base64('jo:p')}`,
  'Authorization: Bearer x:y',
  'Authorization: Basically x:y',
  'X-Authorization: Basic x:y',
  'Authorization: %account[username]%:%account[password]%',
])('%s is not reported (HDR-7)', (headers) => {
  expect(read(headers).rules).not.toContain('HDR-7');
});

test('asterisks in the place of a value that may be ready are reported as caused by http (HDR-7, TPL-6)', () => {
  const masked = read('Authorization: Basic %account[password]%', 'http://m.example/');
  expect(masked.rules).toEqual(expect.arrayContaining(['TPL-6', 'HDR-7']));
  expect(masked.message('HDR-7')).toMatch(/asterisks.*not https/);
  const typed = read('Authorization: Basic %account[username]%:%account[password]%', 'http://m.example/');
  expect(typed.message('HDR-7')).toMatch(/can't encode/);
});
