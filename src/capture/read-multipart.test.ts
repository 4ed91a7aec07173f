import { describe, expect, test } from 'vitest';
import { buildFor } from '../test/build-for-test.ts';
import { latin1, latin1Bytes } from './byte-text.ts';
import { boundaryOf, readMultipart } from './read-multipart.ts';

const read = (text: string) => readMultipart(latin1Bytes(text), 'B');

describe('a form', () => {
  test('that the app would send is read part by part', () => {
    const { bodyBytes } = buildFor({ data: 'a b=1%0D%0A2&"\\=x&=&file=%media_content%', boundary: 'B' });
    const { parts, isClosed, endsInCrlf, faults } = readMultipart(bodyBytes, 'B');
    expect({ isClosed, endsInCrlf, faults }).toEqual({ isClosed: true, endsInCrlf: true, faults: [] });
    expect(parts.map(({ name, value }) => [name?.text, name?.isQuoted, latin1(value).slice(0, 4)])).toEqual([
      ['a b', true, '1\r\n2'],
      ['"\\', true, 'x'],
      ['', true, ''],
      ['file', false, '\xff\xd8\xff\xe0'],
    ]);
    expect(parts[3]).toMatchObject({ type: 'image/jpeg', fileName: { text: 'a.jpg', isQuoted: false } });
  });

  test('of a log whose lines end in LF is read all the same', () => {
    const { parts, endsInCrlf } = read('--B\nContent-Disposition: form-data; name="a"\n\n1\n2\n--B--\n');
    expect(parts.map(({ name, value }) => [name?.text, latin1(value)])).toEqual([['a', '1\n2']]);
    expect(endsInCrlf).toBe(false);
  });

  test('does not end in a delimiter inside of a line, nor in a longer one', () => {
    const { parts } = read(
      '--B\r\nContent-Disposition: form-data; name=a\r\n\r\nx--B--\r\n--BB\r\n--B--\r\n',
    );
    expect(parts.map(({ value }) => latin1(value))).toEqual(['x--B--\r\n--BB']);
  });

  test('with an empty line before the headers of a part names the rule', () => {
    const { parts, faults } = read(
      '--B\r\n\r\nContent-Disposition: form-data; name=f; filename=a\r\nContent-Type: image/jpeg\r\n\r\nx\r\n--B--\r\n',
    );
    expect(parts[0]).toMatchObject({ hasBlankLine: true, name: { text: 'f' }, type: 'image/jpeg' });
    expect(faults.map(({ text }) => text)).toEqual([expect.stringContaining('MP-7')]);
  });

  test.each([
    ['nothing of it', 'x', 'no-delimiter'],
    ['no end', '--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1', 'not-closed'],
    ['text before it', 'x\r\n--B--\r\n', 'preamble'],
    ['text behind it', '--B--\r\nx', 'epilogue'],
    ['a part without a name', '--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--\r\n', 'bad-part'],
    ['a part without headers', '--B\r\nhello\r\n--B--\r\n', 'bad-part'],
  ])('with %s says so', (_, text, code) => {
    expect(read(text).faults.map((fault) => fault.code)).toContain(code);
  });
});

test.each([
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data;boundary=abc', 'abc'],
  ['Multipart/Form-Data; x="y;boundary=z"; BOUNDARY=q', 'q'],
  ['multipart/form-data', null],
  ['text/plain; boundary=x', null],
  [undefined, null],
])('the boundary of %s', (type, boundary) => expect(boundaryOf(type)).toBe(boundary));
