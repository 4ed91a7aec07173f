import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formDecode, percentEncode, toWellFormed } from './percent-encoding.ts';

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
/** Any UTF-16 units: lone surrogates too. */
const any = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

describe('percent-encoding (TPL-8)', () => {
  it('leaves A–Z a–z 0–9 - . _ ~ alone and no other ASCII character', () => {
    const kept = ascii.filter((character) => percentEncode(character) === character).join('');
    expect(kept).toBe('-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~');
  });

  it.each([
    [' ', '%20'],
    ['+', '%2B'],
    ['%', '%25'],
    [`!'()*`, '%21%27%28%29%2A'],
    ['&=/?#', '%26%3D%2F%3F%23'],
    ['\r\n\0', '%0D%0A%00'],
    ['č', '%C4%8D'],
    ['🌅', '%F0%9F%8C%85'],
    ['\uD800', '%EF%BF%BD'],
    ['\uDC00\uD800', '%EF%BF%BD%EF%BF%BD'],
  ])('%j is %s', (text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
  });

  it('is the UTF-8 of the text, in upper-case hex', () => {
    fc.assert(
      fc.property(any, (text) => {
        const encoded = percentEncode(text);
        expect(encoded).toMatch(/^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/);
        const bytes = encoded.replaceAll(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
        expect(Buffer.from(bytes, 'latin1').equals(Buffer.from(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('form decoding (MP-2)', () => {
  it.each([
    ['a+b', 'a b'],
    ['%41%2b%25', 'A+%'],
    ['%c3%A9', '\xC3\xA9'],
    ['%ff%00', '\xFF\0'],
    ['%', '%'],
    ['%4', '%4'],
    ['%4g%g4%%41', '%4g%g4%A'],
    ['%+1', '% 1'],
    ['é', '\xC3\xA9'],
    ['%2541', '%41'],
  ])('%s', (text, decoded) => {
    expect(latin1(formDecode(text))).toBe(decoded);
  });

  it('gives back what form encoding wrote', () => {
    fc.assert(
      fc.property(any, (text) => {
        const written = new URLSearchParams([['', text]]).toString().slice(1);
        expect(Buffer.from(formDecode(written)).equals(Buffer.from(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test('lone surrogates become U+FFFD, as in UTF-8, and pairs stay', () => {
  expect(toWellFormed('a\uD800b\uDC00\uD83C\uDF05\uD800')).toBe('a\uFFFDb\uFFFD🌅\uFFFD');
  fc.assert(
    fc.property(any, (text) => {
      expect(toWellFormed(text)).toBe(Buffer.from(text).toString());
    }),
  );
});
