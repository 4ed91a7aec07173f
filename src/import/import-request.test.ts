import { describe, expect, test } from 'vitest';
import { latin1Bytes } from '../capture/byte-text.ts';
import type { CapturedRequest } from '../capture/captured.ts';
import { readCurl } from '../capture/curl/read-curl.ts';
import { readRaw } from '../capture/read-raw.ts';
import { findRule } from '../core/rules.ts';
import { type ImportOptions, importRequest } from './import-request.ts';

function raw(text: string): CapturedRequest {
  const { request } = readRaw(latin1Bytes(text));
  if (request === null) throw new Error(`not read: ${text}`);
  return request;
}
function curl(text: string): CapturedRequest {
  const request = readCurl(text).captures[0]?.request;
  if (!request) throw new Error(`not read: ${text}`);
  return request;
}
const part = (name: string, value: string, more = '') =>
  `--B\r\nContent-Disposition: form-data; name=${name}${more}\r\n\r\n${value}\r\n`;
const file = part('file', '\xff\xd8\xff', '; filename=a.jpg\r\nContent-Type: image/jpeg');

/** As the app would send it, but for what is changed. */
function app({ start = 'POST /up HTTP/1.1', host = 'e.example', headers = '', body = `${file}--B--\r\n` }) {
  const own = 'Connection: close\r\nCache-Control: max-age=0\r\nUser-Agent: CloudSoftphone/1.5.6';
  const type = 'Content-Type: multipart/form-data; charset=utf-8; boundary="B"';
  return raw(
    `${start}\r\nHost: ${host}\r\n${own}\r\n${type}\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}`,
  );
}
const valueIn = (xml: string, key: string) => new RegExp(`<${key}>([^<]*)</${key}>`).exec(xml)?.[1];
const meanings = (request: CapturedRequest, options: ImportOptions = {}) =>
  Object.fromEntries(importRequest(request, options).guesses.map(({ where, meaning }) => [where, meaning]));

describe('values are guessed', () => {
  test('and those that are secret are known by the names and forms that are secret everywhere', () => {
    const body = `${part('pin', '1234')}${part('authMode', 'basic')}${part('note', 'Hi')}${file}--B--\r\n`;
    const headers = 'X-Api-Key: k\r\nX-Custom: Bearer abc\r\nX-Plain: a\r\n';
    const { guesses } = importRequest(app({ start: 'POST /up?sig=1&n=2 HTTP/1.1', headers, body }), {});
    expect(guesses.filter(({ isSecret }) => isSecret).map(({ where }) => where)).toEqual([
      'part pin',
      'query sig',
      'header X-Api-Key',
      'header X-Custom',
    ]);
  });

  test('by name, form and what they are equal to', () => {
    const body = `${part('to', '+420777123456')}${part('sender', '4201')}${part('caption', 'Hi')}${part('bytes', '3')}${part('mime', 'image/jpeg')}${part('x', 'y')}${file}--B--\r\n`;
    const request = app({
      start: 'POST /users/4201/up?user=4201&n=1 HTTP/1.1',
      headers: 'X-Media-Size: 3\r\n',
      body,
    });
    expect(meanings(request)).toEqual({
      scheme: 'https',
      'part to': 'to',
      'part sender': 'account[username]',
      'part caption': 'description',
      'part bytes': 'media_size',
      'part mime': 'content_type',
      'part x': 'literal',
      'part file': 'media_content',
      'path /users': 'literal',
      'path /4201': 'account[username]',
      'path /up': 'literal',
      'query user': 'account[username]',
      'query n': 'literal',
      'header X-Media-Size': 'media_size',
    });
    const { proof, xml, parameters } = importRequest(request);
    expect(proof).toMatchObject({ same: true, differences: [] });
    expect(parameters).toEqual({ to: '+420777123456', description: 'Hi' });
    expect(valueIn(xml, 'username')).toBe('4201');
    expect(valueIn(xml, 'genericMediaUploadUrl')).toBe(
      'https://e.example/users/%account[username]%/up?user=%account[username]%&amp;n=1',
    );
  });

  test('one value for each parameter: another one stays text', () => {
    const body = `${part('to', '+420777123456')}${part('recipient', '+420777000000')}${file}--B--\r\n`;
    expect(meanings(app({ body }))).toMatchObject({ 'part to': 'to', 'part recipient': 'literal' });
    expect(importRequest(app({ body })).proof.same).toBe(true);
  });

  test('a value that a parameter would encode otherwise stays text (TPL-8)', () => {
    const request = app({ start: 'POST /up?to=+420777123456 HTTP/1.1' });
    expect(meanings(request)['query to']).toBe('literal');
    const { proof } = importRequest(request, { choices: { 'query:0': 'to' } });
    expect(proof).toMatchObject({ same: false, differences: [{ rule: 'URL-2', where: 'target' }] });
  });

  test('over http no password is a parameter, for the app would send asterisks (TPL-6)', () => {
    const body = `${part('password', 'secret')}${file}--B--\r\n`;
    expect(meanings(app({ body }))['part password']).toBe('account[password]');
    expect(meanings(app({ body, host: 'localhost' }))['part password']).toBe('literal');
  });

  test('what a person chooses counts, and what it changes is proven again', () => {
    const body = `${part('a', 'one')}${part('b', 'two')}${file}--B--\r\n`;
    const { xml, proof, guesses } = importRequest(app({ body }), {
      choices: { 'part:0': 'description', scheme: 'http' },
    });
    expect(valueIn(xml, 'genericMediaUploadMultipartData')).toBe(
      'a=%description%&amp;b=two&amp;file=%media_content%',
    );
    expect(valueIn(xml, 'genericMediaUploadUrl')).toBe('http://e.example/up');
    expect(proof.same).toBe(true);
    expect(guesses.find(({ id }) => id === 'part:0')).toMatchObject({
      meaning: 'description',
      why: 'you chose it',
    });
  });
});

describe('text stays what it is', () => {
  test.each([
    ['%to%', 'POST /%to% HTTP/1.1', ''],
    ['%account[x]%', 'POST /?a=%account[x]% HTTP/1.1', ''],
    ['%sha1(x)%', 'POST /up HTTP/1.1', 'X-A: %sha1(x)%\r\n'],
    ['a call over two lines', 'POST /up HTTP/1.1', 'X-A: %sha1(x\r\nX-B: y)%\r\n'],
    ['a typed line break', 'POST /up HTTP/1.1', 'X-A: C:\\new\\r\\n\r\n'],
    ['white space around a value', 'POST /up HTTP/1.1', 'X-A:   b \r\nX-B:  \r\n'],
    ['an entity', 'POST /?a=&amp;b HTTP/1.1', 'X-A: &lt;b&gt; ]]>\r\n'],
  ])('%s', (_, start, headers) => {
    expect(importRequest(app({ start, headers })).proof).toMatchObject({ same: true, differences: [] });
  });
});

describe('a login', () => {
  test('of curl goes into the keys for it (HDR-6)', () => {
    const { xml } = importRequest(curl('curl --digest -u "4201:pa%ss<" -F file=@a.jpg https://e.example/'));
    expect(valueIn(xml, 'genericMediaUploadAuthUsername')).toBe('4201');
    expect(xml).toContain('<genericMediaUploadAuthPassword>pa%ss&lt;</genericMediaUploadAuthPassword>');
  });

  test('that was captured is kept as it is, or goes there', () => {
    const request = app({ headers: 'Authorization: Basic NDIwMTpzZWNyZXQ=\r\n' });
    expect(importRequest(request).proof.same).toBe(true);
    const { xml, proof } = importRequest(request, { choices: { 'header:6': 'login' } });
    expect(valueIn(xml, 'genericMediaUploadAuthPassword')).toBe('secret');
    expect(proof.differences).toEqual([
      expect.objectContaining({ rule: 'HDR-6', where: 'header Authorization' }),
    ]);
  });
});

describe('what the app can’t send is listed with its rule', () => {
  const rulesOf = (request: CapturedRequest) =>
    importRequest(request).proof.differences.map(({ rule, where }) => `${rule} ${where}`);
  const end = '--B--\r\n';

  test.each([
    ['GET', app({ start: 'GET /up HTTP/1.1' }), ['ACC-8 method']],
    ['a method in small letters', app({ start: 'put /up HTTP/1.1' }), ['ACC-8 method']],
    ['the whole address', app({ start: 'POST http://e.example/up HTTP/1.1' }), ['URL-2 target']],
    ['a dot segment', app({ start: 'POST /a/../up HTTP/1.1' }), ['URL-2 target']],
    ['HTTP/1.0', app({ start: 'POST /up HTTP/1.0' }), ['HDR-1 version']],
    ['a header of the HTTP stack', app({ headers: 'Expect: 100-continue\r\n' }), ['HDR-5 header Expect']],
    ['a header without its space', app({ headers: 'X-A:1\r\n' }), ['HDR-2 header X-A']],
    ['bytes that are no UTF-8', app({ headers: 'X-A: \xe9\r\n' }), ['TPL-11 headers']],
    ['names in quotes', app({ body: `${part('"a"', '1')}${file}${end}` }), ['MP-6 part a']],
    [
      'a part’s own type',
      app({ body: `${part('a', '1', '\r\nContent-Type: text/plain')}${file}${end}` }),
      ['MP-3 part a'],
    ],
    [
      'a file as another type',
      app({ body: `${file.replace('image/jpeg', 'image/pjpeg')}${end}` }),
      ['MP-8 part file'],
    ],
    [
      'a file without a type',
      app({ body: `${file.replace('\r\nContent-Type: image/jpeg', '')}${end}` }),
      ['MP-3 part file'],
    ],
    [
      'two files',
      app({ body: `${file}${file.replace('=file', '=more').replace('\xd8', '\xd9')}${end}` }),
      ['MP-4 part more'],
    ],
    [
      'no name',
      app({ body: `${part('a', '1').replace('; name=a', '')}${file}${end}` }),
      ['MP-5 part (no name)'],
    ],
    [
      'an empty line (MP-7)',
      app({ body: `${file.replace('--B\r\n', '--B\r\n\r\n')}${end}` }),
      ['MP-7 part file'],
    ],
    [
      'another header of a part',
      app({ body: `${part('a', '1', '\r\nX: y')}${file}${end}` }),
      ['MP-5 part a'],
    ],
    ['no CRLF at the end', app({ body: `${file}--B--` }), ['MP-5 body']],
    ['text behind the end', app({ body: `${file}${end}x` }), ['MP-5 body']],
  ])('%s', (_, request, wanted) => {
    expect(rulesOf(request)).toEqual(wanted);
  });

  test('another order of headers, and chunks', () => {
    const text = `POST /up HTTP/1.1\r\nContent-Type: multipart/form-data; charset=utf-8; boundary="B"\r\nHost: e.example\r\nTransfer-Encoding: chunked\r\nX-A: 1\r\n\r\n0\r\n\r\n`;
    expect(rulesOf(raw(text))).toEqual(
      expect.arrayContaining([
        'HDR-1 header Transfer-Encoding',
        'HDR-5 header Connection',
        'HDR-2 headers',
        'MP-5 body',
      ]),
    );
  });

  test('a body of JSON, whose texts become parts and whose picture in Base64 the file', () => {
    const json = JSON.stringify({ to: '+420777123456', photo: btoa('\xff\xd8\xff\xe0'), more: { x: 1 } });
    const { xml, proof } = importRequest(curl(`curl --json '${json}' https://e.example/`));
    expect(valueIn(xml, 'genericMediaUploadMultipartData')).toBe('to=%to%&amp;photo=%media_content%');
    expect(proof.differences).toContainEqual({
      rule: 'MP-5',
      where: 'body',
      text: expect.stringContaining('JSON'),
    });
  });

  test('fields of a plain form, and a file that is sent bare', () => {
    const form = importRequest(curl("curl -d 'to=%2B420777123456&text=a+b' https://e.example/"));
    expect(valueIn(form.xml, 'genericMediaUploadMultipartData')).toBe('to=%to%&amp;text=%description%');
    expect(form.proof.differences).toContainEqual({
      rule: 'MP-5',
      where: 'body',
      text: expect.stringContaining('urlencoded'),
    });
    const put = importRequest(curl('curl -T a.jpg https://e.example/up/'));
    expect(valueIn(put.xml, 'genericMediaUploadMethod')).toBe('PUT');
    expect(valueIn(put.xml, 'genericMediaUploadMultipartData')).toBe('file=%media_content%');
  });

  test('a text that is too long for an Account XML (ACC-7)', () => {
    const { xml, proof } = importRequest(app({ body: `${part('a', 'x'.repeat(400_000))}${file}${end}` }));
    expect(xml.length).toBeLessThan(1000);
    expect(proof.differences).toContainEqual(expect.objectContaining({ rule: 'ACC-7', where: 'part a' }));
  });

  test('every difference names a rule that there is', () => {
    const commands = [
      'curl -F a=@b.txt -F c=d -k https://e.example/',
      'curl https://e.example/',
      'curl -0 -d x https://e.example/',
    ];
    for (const { rule } of commands.flatMap((command) => importRequest(curl(command)).proof.differences))
      expect(findRule(rule), rule).toBeDefined();
  });
});
