import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { refusedValues, unknownRecipient, wrongPassword } from '../../demo/refused-values.ts';
import { demoAtWork } from '../../test/demo-client.ts';

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const part = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`;
const file = '--B\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n\r\nbytes\r\n--B--\r\n';
const basic = (login: string) => `Authorization: Basic ${Buffer.from(login).toString('base64')}`;

interface Upload {
  readonly query?: string;
  readonly body?: string;
  readonly headers?: readonly string[];
}

it.each<[string, Upload, number]>([
  ['a password in a field', { body: part('pw', wrongPassword) + file }, 401],
  ['a password in the query', { query: `?pw=${wrongPassword}` }, 401],
  ['a token', { headers: [`Authorization: Bearer ${wrongPassword}`] }, 401],
  ['a key in a header', { headers: [`X-Api-Key: ${wrongPassword}`] }, 401],
  ['the password of Basic', { headers: [basic(`joe:${wrongPassword}`)] }, 401],
  ['its hash', { body: part('h', sha1(wrongPassword)) + file }, 401],
  [
    'its hash behind the user name',
    { body: part('u', 'joe') + part('h', sha1(`joe:${wrongPassword}`)) + file },
    401,
  ],
  ['a recipient in a field', { body: part('to', unknownRecipient) + file }, 406],
  ['a recipient that was rewritten', { query: `?to=00${unknownRecipient}%40mms.example` }, 406],
  ['a text that speaks of one', { body: part('text', `no ${unknownRecipient} here`) + file }, 200],
  ['another password', { body: part('pw', `${wrongPassword}s`) + file, headers: [basic('joe:pw')] }, 200],
  ['another hash', { body: part('h', sha1('pw')) + file }, 200],
])('the demo server refuses the values for tests, and nothing else: %s', async (_, upload, status) => {
  const demo = await demoAtWork();
  const { query = '', body = part('to', '+420') + file, headers = [] } = upload;
  const { text } = await demo.visit(query, { body, headers });
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const refused = refusedValues.find((one) => one.status === status);
  if (refused) expect(text).toContain(`<message>${refused.message}</message>`);
});
