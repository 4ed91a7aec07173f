import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxUnpackedBytes, unpack } from './content-encoding.ts';

const packers = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync } as const;

describe('a compressed body (RES-7)', () => {
  it('is unpacked, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 9000 }),
        fc.constantFrom('gzip', 'x-gzip', 'deflate'),
        (content, coding) => {
          expect(unpack(packers[coding](content), [coding])).toEqual({
            bytes: content,
            codings: [coding],
            problem: null,
          });
        },
      ),
    );
  });

  it('is unpacked from several gzip members, one after the other', () => {
    const members = [gzipSync('one'), gzipSync('-two'.repeat(9000)), gzipSync('three')];
    const text = `one${'-two'.repeat(9000)}three`;
    expect(Buffer.from(unpack(Buffer.concat(members), ['gzip']).bytes).toString()).toBe(text);
  });

  it('is unpacked from bare deflate too', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(unpack(deflateRawSync(bytes), ['Deflate']).bytes).toEqual(bytes);
  });

  it('is unpacked from several codings, the last one first', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(unpack(gzipSync(deflateSync(bytes)), ['deflate, identity', ' GZIP ']).bytes).toEqual(bytes);
  });

  it('is undone twice and no more, however often it was packed', () => {
    const thrice = gzipSync(gzipSync(gzipSync('x')));
    expect(unpack(thrice, ['gzip, gzip', 'gzip'])).toMatchObject({
      bytes: thrice,
      problem: 'it was packed 3 times over, and at most 2 codings are undone here',
    });
    expect(unpack(thrice, ['deflate,'.repeat(20_000)]).bytes).toBe(thrice);
  });

  it('is not unpacked from more members than anybody writes', () => {
    const member = gzipSync('');
    expect(unpack(Buffer.concat(Array<Buffer>(1000).fill(member)), ['gzip']).problem).toBeNull();
    expect(unpack(Buffer.concat(Array<Buffer>(1001).fill(member)), ['gzip']).problem).toBe(
      'it is made of more than 1000 gzip members',
    );
  });

  it('is not read past a head without an end, of whichever member', () => {
    // RFC 1952, section 2.3.1: a file name that ends with a zero byte.
    const endless = Buffer.concat([Buffer.from('1f8b0808000000000003', 'hex'), Buffer.alloc(200_000, 'n')]);
    for (const body of [endless, Buffer.concat([gzipSync('x'), endless])]) {
      const { bytes, problem } = unpack(body, ['gzip']);
      expect(bytes).toBe(body);
      expect(problem).toBe('its head is longer than 64 KiB');
    }
  });

  it.each([
    ['brotli', brotliCompressSync(Buffer.from('x')), ['br'], '"br" can\'t be unpacked here'],
    ['what is no gzip', Buffer.from('{}'), ['gzip'], 'it is not gzip'],
    [
      'a damaged one',
      Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.alloc(20, 255)]),
      ['gzip'],
      'it is damaged',
    ],
    ['one cut off in its head', gzipSync('x').subarray(0, 4), ['gzip'], 'it ends too early'],
  ])('stays as it came: %s', (_, body, codings, problem) => {
    expect(unpack(body, codings)).toEqual({ bytes: body, codings, problem });
  });

  it('stays as it came wherever it is cut off', () => {
    const whole = gzipSync('a short text, and again a short text');
    for (let end = 1; end < whole.length; end++) {
      const body = whole.subarray(0, end);
      expect(unpack(body, ['gzip'])).toMatchObject({ bytes: body, problem: expect.stringContaining('it ') });
    }
  });

  it('is never unpacked beyond the limit', () => {
    const mebibyte = 1024 * 1024;
    const bomb = gzipSync(new Uint8Array(8 * mebibyte + 1));
    expect(unpack(bomb, ['gzip'], 8 * mebibyte)).toMatchObject({
      bytes: bomb,
      problem: 'it would be more than 8 MiB',
    });
    expect(maxUnpackedBytes).toBe(64 * mebibyte);
  });

  it('needs no unpacking where it is empty', () => {
    expect(unpack(new Uint8Array(), ['gzip'])).toMatchObject({ problem: null });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('gzip', 'deflate'), (bytes, coding) => {
        const body = coding === 'gzip' ? new Uint8Array([0x1f, 0x8b, 8, ...bytes]) : bytes;
        const unpacked = unpack(body, [coding]);
        expect(unpacked.problem === null || unpacked.bytes === body).toBe(true);
      }),
    );
  });
});
