import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../core/template/percent-encoding.ts';
import { buildFor } from '../test/build-for-test.ts';
import { latin1, latin1Bytes } from './byte-text.ts';
import { type Capture, joined, urlOf, wholeBody } from './captured.ts';
import { readMultipart } from './read-multipart.ts';
import { readRaw } from './read-raw.ts';

const read = (text: string): Capture => readRaw(latin1Bytes(text));
const codes = ({ faults }: Capture) => faults.map(({ code }) => code);
const bodyText = ({ request }: Capture) => latin1((request && wholeBody(request)) ?? new Uint8Array());

const form =
  '--B\r\nContent-Disposition: form-data; name=to\r\n\r\n+420\r\n' +
  '--B\r\nContent-Disposition: form-data; name=file; filename=a.jpg\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff\n\r\n--B--\r\n';
const head = (length: number, more = '') =>
  `POST /up?a=1 HTTP/1.1\r\nHost: e.example:8443\r\n${more}Content-Type: multipart/form-data; boundary=B\r\nContent-Length: ${length}\r\n\r\n`;

describe('a request', () => {
  test('is read to the letter', () => {
    const found = read(head(form.length, 'x-CASE:  two spaces \r\nX-Empty:\r\n') + form);
    expect(found.faults).toEqual([]);
    expect(found.request).toMatchObject({
      method: 'POST',
      target: '/up?a=1',
      host: 'e.example:8443',
      scheme: null,
    });
    expect(found.request?.headers.slice(1, 3)).toEqual([
      { name: 'x-CASE', value: ' two spaces ' },
      { name: 'X-Empty', value: '', line: 'X-Empty:' },
    ]);
    expect(bodyText(found)).toBe(form);
    expect(found.request && urlOf(found.request)).toBe('https://e.example:8443/up?a=1');
  });

  test('that the app would send is read as it was built', () => {
    const { headText, bodyBytes, headerPairs } = buildFor({
      data: 'to=%to%&file=%media_content%',
      params: { to: 'ž' },
    });
    const { request, faults } = readRaw(joined([utf8(headText), bodyBytes]));
    expect(faults).toEqual([]);
    expect(request?.headers.map(({ name, value }) => [name, value])).toEqual(headerPairs);
    expect(request && wholeBody(request)).toEqual(bodyBytes);
  });

  test('of a log with LF alone gets its CRs back where its length says so', () => {
    const text = form.replace('\xff\n', '\xff');
    const found = read((head(text.length) + text).replaceAll('\r\n', '\n'));
    expect(codes(found)).toEqual(['line-ends', 'line-ends']);
    expect(bodyText(found)).toBe(text);
  });

  test('of an editor that saved it with LF keeps a body that its length counts as it is', () => {
    const found = read(`${head(3).replaceAll('\r\n', '\n')}a\nb`);
    expect(bodyText(found)).toBe('a\nb');
    expect(codes(found)).toEqual(['line-ends']);
  });

  test.each([
    ['typed out', (text: string) => text.replaceAll('\r\n', '\\r\\n'), 'typed-line-ends'],
    ['typed out, and there', (text: string) => text.replaceAll('\r\n', '\\r\\n\n'), 'typed-line-ends'],
  ])('whose line ends are %s', (_, spoil, code) => {
    const whole = head(form.length) + form;
    const found = read(spoil(whole));
    expect(codes(found)).toEqual([code]);
    expect(bodyText(found)).toBe(form);
  });

  test('whose head lost its line ends is put back at the names that are known', () => {
    const found = read('POST /up HTTP/1.1Host: e.exampleUser-Agent: x/1 (a: b)Content-Length: 2\n\nab');
    expect(codes(found)).toEqual(['lost-line-ends']);
    expect(found.request?.headers).toEqual([
      { name: 'Host', value: 'e.example' },
      { name: 'User-Agent', value: 'x/1 (a: b)' },
      { name: 'Content-Length', value: '2' },
    ]);
    expect(bodyText(found)).toBe('ab');
  });

  test.each([
    ['too long', 5, 'wrong-length'],
    ['too short', -5, 'wrong-length'],
  ])('whose Content-Length is %s has the form to its closing delimiter', (_, off, code) => {
    const found = read(head(form.length + off) + form);
    expect(codes(found)).toEqual([code]);
    expect(bodyText(found)).toBe(form);
  });

  test('without a Content-Length ends with its form, and the reply follows', () => {
    const text = head(0).replace('Content-Length: 0\r\n', '') + form;
    const found = read(`${text}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}`);
    expect(codes(found)).toEqual(['no-length']);
    expect(bodyText(found)).toBe(form);
    expect(found.reply).toMatchObject({ status: 200, body: utf8('{}') });
  });

  test('in chunks is put together', () => {
    const start = 'PUT / HTTP/1.1\r\nHost: e\r\nTransfer-Encoding: chunked\r\n\r\n';
    const found = read(`${start}3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n`);
    expect(codes(found)).toEqual(['chunked']);
    expect(bodyText(found)).toBe('abcde');
    expect(codes(read(`${start}3\r\nab`))).toEqual(['bad-chunk']);
    expect(bodyText(read(`${start}3\r\nab`))).toBe('ab');
    expect(bodyText(read(`${start}<xml/>`))).toBe('<xml/>');
  });

  test.each([
    ['an absolute address', 'POST http://e.example/x HTTP/1.1\r\nHost: e.example\r\n\r\n', ['absolute-form']],
    ['no Host', 'POST /x HTTP/1.1\r\n\r\n', ['no-host']],
    ['two Hosts', 'POST /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', ['two-hosts']],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n  2\r\n\r\n', ['folded-header']],
    ['a line that is no header', 'GET / HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n', ['bad-header']],
    ['bytes that are no UTF-8', 'GET / HTTP/1.1\r\nHost: a\r\nX: \xe9\r\n\r\n', ['not-utf8']],
    ['no end of its head', 'GET / HTTP/1.1\r\nHost: a\r\nX: 1', ['cut-head']],
    ['a body that is cut', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc', ['cut-body']],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc',
      ['two-lengths'],
    ],
    ['more than its body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nabc', ['excess']],
  ])('with %s says so', (_, text, wanted) => {
    expect(codes(read(text))).toEqual(wanted);
  });

  test('of a client’s log is read with its reply', () => {
    const log = `* Connected to e.example\n> POST /up HTTP/1.1\n> Host: e.example\n> Content-Length: 9\n>\n} [9 bytes data]\n< HTTP/1.1 402 Payment Required\r\n< Content-Type: application/json\r\n<\r\n{"message":"no"}`;
    const found = read(log);
    expect(found.request).toMatchObject({ method: 'POST', host: 'e.example' });
    expect(found.reply).toMatchObject({ status: 402, body: utf8('{"message":"no"}') });
    expect(codes(found)).toEqual(['verbose-log', 'body-missing']);
  });
});

describe('a reply', () => {
  test('alone is read, after those that only announce it', () => {
    const found = read(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    );
    expect(found.request).toBeNull();
    expect(found.reply).toMatchObject({ status: 200, body: utf8('{}'), excess: false });
  });

  test('that has more than it says keeps what it says, and tells', () => {
    expect(read('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}xyz').reply).toMatchObject({
      body: utf8('{}'),
      excess: true,
    });
    expect(read('HTTP/1.1 200 OK\nContent-Length: 2\n\n{}\n').reply).toMatchObject({ excess: false });
  });
});

test('cut at every offset, it is read as far as it goes, with the fault', () => {
  const whole = head(form.length, 'X-A: 1\r\n') + form;
  for (let at = 1; at < whole.length; at++) {
    const found = read(whole.slice(0, at));
    if (found.request === null) expect(codes(found)).toEqual(['not-http']);
    else expect(found.faults.some(({ severity }) => severity === 'fault')).toBe(true);
  }
});

test('whatever the bytes, there is an answer', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'POST / HTTP/1.1',
      'HTTP/1.1 200 OK',
      '\r\n',
      '\n',
      'Host: a',
      'Content-Length: 4',
      ': ',
      '> ',
      '< HTTP/1.1 200',
    ),
    fc.constantFrom(
      '--B',
      '--B--',
      'Content-Type: multipart/form-data; boundary=B',
      'Transfer-Encoding: chunked',
      '5\r\n',
      '\\r\\n',
      ' ',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.replaceAll(/[^\0-\xff]/g, '')),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const bytes = latin1Bytes(pieces.join(''));
      const found = readRaw(bytes);
      expect(found.request !== null || found.reply !== null || found.faults.length > 0).toBe(true);
      readMultipart(bytes, 'B');
    }),
  );
});

test('eight megabytes of the worst lines are read in linear time', { timeout: 60_000 }, () => {
  const started = performance.now();
  readRaw(latin1Bytes(`POST / HTTP/1.1\r\nHost: a\r\n${' x\r\n'.repeat(200_000)}`));
  readMultipart(new Uint8Array(8 * 1024 * 1024).fill(0x2d), '-'.repeat(70));
  readRaw(latin1Bytes(`> POST / HTTP/1.1\n${'> '.repeat(1_000_000)}`));
  expect(performance.now() - started).toBeLessThan(15_000);
});
