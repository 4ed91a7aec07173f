import { expect, test } from 'vitest';
import { accepts, isKnown } from './conditions.ts';

test.each([
  ['gzip, deflate, br, zstd', true],
  ['BR;q=0.5', true],
  ['*', true],
  ['*;q=0, br', true],
  ['br;q=0', false],
  ['br; q=0.000, *', false],
  ['*;q=0', false],
  ['gzip', false],
  ['brotli', false],
  ['', false],
  [undefined, false],
])('%j takes br: %s (RFC 9110, 12.5.3)', (header, taken) => {
  expect(accepts(header, 'br')).toBe(taken);
});

test.each([
  ['W/"a"', true],
  ['"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['', false],
  [undefined, false],
])('%j names the file "a": %s (RFC 9110, 13.1.2)', (header, known) => {
  expect(isKnown(header, 'W/"a"')).toBe(known);
});
