import { describe, expect, test } from 'vitest';
import { utf8 } from '../core/template/percent-encoding.ts';
import { latin1 } from './byte-text.ts';
import { headerOf, wholeBody } from './captured.ts';
import { HarScanner } from './har-scanner.ts';
import { parseJson } from './json-values.ts';
import { harSummary, readHarEntry } from './read-har.ts';

const type = { name: 'Content-Type', value: 'multipart/form-data; boundary=B' };
const body = '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--B--\r\n';

function entry(request: object, response?: object) {
  return {
    request: {
      method: 'POST',
      url: 'https://e.example/up?q=%41#f',
      httpVersion: 'HTTP/1.1',
      headers: [type],
      ...request,
    },
    ...(response && { response }),
  };
}

const readBody = (request: object) => {
  const capture = readHarEntry(entry(request));
  return {
    text: latin1((capture.request && wholeBody(capture.request)) ?? new Uint8Array()),
    codes: capture.faults.map(({ code }) => code).filter((code) => code !== 'no-host'),
  };
};

describe('the body of a HAR entry', () => {
  const length = (value: number) => ({ headers: [type, { name: 'Content-Length', value: String(value) }] });

  test('of HTTP Toolkit stands beside postData, in Base64', () => {
    const content = { text: btoa(body), size: body.length, encoding: 'base64' };
    expect(readBody({ _requestBodyStatus: 'discarded:not-representable', _content: content })).toEqual({
      text: body,
      codes: [],
    });
    expect(readBody({ _requestBodyStatus: 'discarded:too-large' })).toEqual({
      text: '',
      codes: ['body-missing'],
    });
  });

  test('of tools that write Base64 into postData is decoded', () => {
    expect(readBody({ postData: { text: btoa(body), encoding: 'base64' } }).text).toBe(body);
  });

  test('of Firefox is a character a byte, behind the headers of its stream', () => {
    const text = `Content-Type: multipart/form-data; boundary=B\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    expect(readBody({ ...length(body.length), postData: { text } })).toEqual({
      text: body,
      codes: ['body-lossy'],
    });
  });

  test('of Chrome has lost the file, which its length shows', () => {
    const { codes } = readBody({ ...length(5000), postData: { text: body.replace('\xff', '') } });
    expect(codes).toEqual(['body-lossy']);
  });

  test('of Insomnia and Charles is put together from its params', () => {
    const params = [
      { name: 'to', value: '+420' },
      { name: 'file', fileName: 'a.jpg', contentType: 'image/jpeg', value: 'x' },
    ];
    const { text, codes } = readBody({ postData: { mimeType: type.value, params } });
    expect(codes).toEqual(['body-rebuilt']);
    expect(text).toBe(
      '--B\r\nContent-Disposition: form-data; name="to"\r\n\r\n+420\r\n--B\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nx\r\n--B--\r\n',
    );
  });

  test('that is not there is missed', () => {
    expect(readBody(length(12)).codes).toEqual(['body-missing']);
  });
});

test('pseudo headers of HTTP/2 are no headers, and the host comes from the address', () => {
  const headers = [{ name: ':method', value: 'POST' }, { name: ':authority', value: 'e.example' }, type];
  const { request, faults } = readHarEntry(entry({ httpVersion: 'h2', headers }));
  expect(request).toMatchObject({ version: '2', host: 'e.example', target: '/up?q=%41', scheme: 'https' });
  expect(request?.headers.map(({ name }) => name)).toEqual(['Host', 'Content-Type']);
  expect(faults.map(({ code }) => code)).toEqual(['http-2']);
});

test('a reply is read without its compression', () => {
  const headers = [
    { name: 'Content-Encoding', value: 'br' },
    { name: 'Content-Length', value: '5' },
    { name: 'X', value: '1' },
  ];
  const { reply } = readHarEntry(
    entry({}, { status: 200, headers, content: { text: btoa('{"a":1}'), encoding: 'base64' } }),
  );
  expect(reply).toEqual({
    status: 200,
    headers: [{ name: 'X', value: '1' }],
    body: utf8('{"a":1}'),
    excess: false,
  });
  expect(readHarEntry(entry({}, { status: 0, headers: [] })).reply).toBeNull();
});

test.each([null, 1, 'x', [], {}, { request: null }, { request: { url: 1 } }])('%j is no entry', (value) => {
  expect(readHarEntry(value)).toMatchObject({ request: null, faults: [{ code: 'not-har' }] });
});

test('odd values are as if they were not there', () => {
  const odd = {
    headers: [1, null, { name: 'A\r\nB' }, { value: 'x' }],
    postData: 7,
    httpVersion: {},
    bodySize: 'x',
  };
  const { request } = readHarEntry(entry(odd));
  expect(request?.headers).toEqual([
    { name: 'Host', value: 'e.example' },
    { name: 'A  B', value: '' },
  ]);
  expect(headerOf(request?.headers ?? [], 'content-type')).toBeUndefined();
});

describe('the scanner', () => {
  const har = {
    log: {
      version: '1.2',
      creator: { name: 'entries', list: [{ entries: 'no' }] },
      pages: [{ id: 'p', comment: '"entries": [{' }],
      entries: [entry({ comment: 'é"\\{}[]' }), entry({ method: 'GET', headers: [] }, { status: 204 })],
      _more: [{ a: 1 }],
    },
  };
  const scan = (text: string, size: number) => {
    const found: unknown[] = [];
    const scanner = new HarScanner(({ bytes }) =>
      found.push(bytes && parseJson(new TextDecoder().decode(bytes))),
    );
    const bytes = utf8(text);
    for (let at = 0; at < bytes.length; at += size) scanner.add(bytes.subarray(at, at + size));
    return { found, scanner };
  };

  test.each([1, 2, 7, 1000, 1_000_000])('gives every entry, read %d bytes at a time', (size) => {
    for (const text of [JSON.stringify(har), JSON.stringify(har, null, 2), JSON.stringify(har.log)]) {
      const { found, scanner } = scan(text, size);
      expect(found).toEqual(har.log.entries);
      expect(scanner.isWhole).toBe(true);
    }
  });

  test('takes a list of entries alone', () => {
    expect(scan(JSON.stringify(har.log.entries), 9).found).toEqual(har.log.entries);
  });

  test('cut at every offset, gives those that are whole', () => {
    const text = JSON.stringify(har);
    for (let at = 0; at < text.length; at++) {
      const { found } = scan(text.slice(0, at), 64);
      expect(har.log.entries.slice(0, found.length)).toEqual(found);
    }
  });

  test('reads a hundred megabytes in the memory of one entry', { timeout: 60_000 }, () => {
    const one = utf8(`${JSON.stringify(entry({ postData: { text: 'x'.repeat(1024 * 1024) } }))},`);
    let count = 0;
    const scanner = new HarScanner(() => {
      count += 1;
    });
    scanner.add(utf8('{"log":{"entries":['));
    const started = performance.now();
    for (let index = 0; index < 100; index++) scanner.add(one);
    expect(count).toBe(100);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('a summary says what is an upload', () => {
    expect(har.log.entries.map(harSummary)).toEqual([
      { method: 'POST', url: 'https://e.example/up?q=%41#f', status: null, isUpload: true },
      { method: 'GET', url: 'https://e.example/up?q=%41#f', status: 204, isUpload: false },
    ]);
  });
});
