import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWebAddress } from './web-address.ts';

it.each([
  'http://m.example/1.jpg',
  'HTTPS://m.example',
  'https://127.0.0.1:8080/a b',
])('%s may be linked', (text) => {
  expect(isWebAddress(text)).toBe(true);
});

it.each([
  'http:api/token',
  'https:/api/token',
  'http:\\\\m.example',
  '//m.example/1',
  '/api/token',
  'javascript:alert(1)',
  ' http://m.example',
  '\u0001http://m.example',
  'ht\ntp://m.example',
  'http://',
  'http://a b/',
  'blob:http://m.example/1',
])('%j may not', (text) => {
  expect(isWebAddress(text)).toBe(false);
});

it('leads nowhere else under any base', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'htps:/\\.a@?#[]% \t') }), (rest) => {
      const text = `http:${rest}`;
      if (!isWebAddress(text)) return;
      expect(new URL(text, 'http://playground.example/page').href).toBe(new URL(text).href);
    }),
  );
});
