import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf } from './byte-range.ts';

const etag = '"a"';
const ask = (range: string, size = 10, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  rangeOf({ method, headers: { range, ...headers } }, size, etag);

test.each([
  ['bytes=0-3', { start: 0, end: 4 }],
  ['bytes=0-', { start: 0, end: 10 }],
  ['bytes=9-9', { start: 9, end: 10 }],
  ['bytes=5-99999999999999999999', { start: 5, end: 10 }],
  ['bytes=-3', { start: 7, end: 10 }],
  ['bytes=-30', { start: 0, end: 10 }],
  ['BYTES=0-0', { start: 0, end: 1 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=10-12', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  // Malformed, another unit or several: all of it is given (RFC 9110, 14.1.1 and 14.2).
  ['bytes=3-2', null],
  ['bytes=-', null],
  ['bytes=a-b', null],
  ['bytes=1-2,4-5', null],
  ['lines=1-2', null],
  ['', null],
])('Range: %s of ten bytes is %j', (range, expected) => {
  expect(ask(range)).toEqual(expected);
});

test('a range counts for GET alone, and only of the file that If-Range means', () => {
  expect(ask('bytes=0-3', 10, {}, 'HEAD')).toBeNull();
  expect(ask('bytes=0-3', 10, { 'if-range': etag })).toEqual({ start: 0, end: 4 });
  expect(ask('bytes=0-3', 10, { 'if-range': '"b"' })).toBeNull();
  expect(ask('bytes=0-3', 10, { 'if-range': 'W/"a"' })).toBeNull();
  expect(ask('bytes=0-3', 10, { 'if-range': 'Thu, 26 Nov 2026 12:00:00 GMT' })).toBeNull();
});

test('whatever is asked, what is given lies within the file and holds something', () => {
  const number = fc.oneof(fc.constant(''), fc.nat(50).map(String), fc.bigInt({ min: 0n }).map(String));
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 40 }), (first, last, size) => {
      const range = ask(`bytes=${first}-${last}`, size);
      if (range === null || range === 'unsatisfiable') return true;
      return range.start >= 0 && range.start < range.end && range.end <= size;
    }),
  );
});
