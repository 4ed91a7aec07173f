import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basicToken, decodeBase64 } from './basic.ts';

test('the token is user name and password in Base64 of UTF-8, as Node writes it (RFC 7617)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (username, password) => {
      const expected = Buffer.from(`${username}:${password}`).toString('base64');
      expect(basicToken({ username, password })).toBe(expected);
    }),
  );
});

test('the examples of RFC 7617 are its', () => {
  expect(basicToken({ username: 'Aladdin', password: 'open sesame' })).toBe('QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  expect(basicToken({ username: 'test', password: '123\u00A3' })).toBe('dGVzdDoxMjPCow==');
});

test('Base64 decodes to the bytes that it was made of', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const decoded = decodeBase64(Buffer.from(bytes).toString('base64'));
      expect(decoded && Array.from(decoded)).toEqual(Array.from(bytes));
    }),
  );
});

test.each([
  'a',
  'abc',
  'ab=c',
  'a:b=',
  'dXNl cg==',
  'dXNl-_8=',
  'abcd=',
  '====',
  'a===',
])('%j is no Base64', (text) => {
  expect(decodeBase64(text)).toBeNull();
});
