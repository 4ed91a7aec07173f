import { describe, expect, it } from 'vitest';
import { buildFor, type ShortRequest } from '../../test/build-for-test.ts';
import { isMediaType, typeFromBytes } from './media-type.ts';

const ftyp = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** The file part's type and file name, as they are sent. */
function filePart(short: ShortRequest) {
  const built = buildFor(short);
  const [, name, type] = /; filename=(.*)\r\nContent-Type: (.*)\r\n/.exec(built.bodyText) ?? [];
  return { ...built, name, type };
}

describe('the type by the first bytes (MP-8)', () => {
  it.each([
    ['ffd8ff', 'image/jpeg'],
    ['ffd8ffe000104a464946', 'image/jpeg'],
    ['ffd8', null],
    ['ffd8fe', null],
    ['00ffd8ff', null],
    ['', null],
  ])('%s is %s', (hex, type) => {
    expect(typeFromBytes(Buffer.from(hex, 'hex'))).toBe(type);
  });

  it.each([
    'isom',
    'mp42',
    'mp41',
    'avc1',
    'M4V ',
    '3gp4',
    'HEIC',
  ])('ftyp with brand %s is video/mp4', (brand) => {
    expect(typeFromBytes(ftyp(brand))).toBe('video/mp4');
  });

  it.each([
    'heic',
    'heix',
    'mif1',
    'msf1',
    'avif',
    'avis',
    'qt  ',
    'M4A ',
    'M4B ',
  ])('ftyp with brand %s is neither', (brand) => {
    expect(typeFromBytes(ftyp(brand))).toBeNull();
  });

  it('stands at offset 4 and nowhere else', () => {
    expect(typeFromBytes(Buffer.from('ftypisom\0\0\0\0\0\0', 'latin1'))).toBeNull();
    expect(typeFromBytes(Buffer.from('\0\0\0\0\0ftypisom\0\0', 'latin1'))).toBeNull();
  });

  it('goes before the name and the type that the browser names', () => {
    const part = filePart({ media: { name: 'a.png', declaredType: 'image/png' } });
    expect(part).toMatchObject({ type: 'image/jpeg', name: 'a.png', found: [] });
    expect(filePart({ mediaBytes: ftyp('isom') }).type).toBe('video/mp4');
  });
});

describe('anything else (MP-8)', () => {
  it('is sent under the type that the browser or the user names, with a warning', () => {
    const part = filePart({ mediaBytes: png, media: { declaredType: 'image/png' } });
    expect(part).toMatchObject({ type: 'image/png', found: ['warning MP-8'] });
  });

  it.each([
    '',
    'image',
    'image/',
    '/png',
    'image/png\r\nX: y',
    'image png',
    'é/é',
  ])('is application/octet-stream where none is named, or none that is one: %j', (declaredType) => {
    const part = filePart({ mediaBytes: png, media: { declaredType } });
    expect(part).toMatchObject({ type: 'application/octet-stream', found: ['warning MP-8'] });
  });

  it('is what %content_type% is, too', () => {
    const headers = 'X-Type: %content_type%';
    expect(
      buildFor({ headers, mediaBytes: png, media: { declaredType: 'image/png' } }).customHeaders,
    ).toEqual([['X-Type', 'image/png']]);
  });

  it('is no matter where no part carries the media', () => {
    expect(buildFor({ data: 'a=b', mediaBytes: png }).rules).toEqual(['MP-4']);
  });

  it('an empty file is neither', () => {
    expect(filePart({ mediaBytes: new Uint8Array() })).toMatchObject({
      type: 'application/octet-stream',
      found: ['warning MP-8'],
    });
  });
});

describe('a media type that is named', () => {
  it.each([
    'image/png',
    'a/b',
    'application/vnd.x+y.z',
    'text/plain;charset=utf-8',
    'a/b; c="d;e\\"f"',
    "!#$&'*+-.^_`|~/x",
  ])('%s is one', (type) => {
    expect(isMediaType(type)).toBe(true);
  });

  it.each([
    '',
    'a',
    'a/',
    '/b',
    'a/b/c',
    'a b/c',
    ' a/b',
    'a/b\n',
    'a/b\r\nX: y',
    'a/b; c="d',
    'a/b; é=1',
    'a/b, c/d',
    'a/b; c=d e',
  ])('%j is not one', (type) => {
    expect(isMediaType(type)).toBe(false);
  });
});

describe('the file name (MP-10)', () => {
  it.each([
    ['media.jpg', undefined],
    ['media.mp4', ftyp('isom')],
    ['media.bin', png],
  ])('is %s where there is none', (name, mediaBytes) => {
    const part = filePart({ media: { name: '' }, ...(mediaBytes && { mediaBytes }) });
    expect(part.name).toBe(name);
    expect(part.plan?.fileName).toBe(name);
  });

  it('is the one given, where one is', () => {
    expect(filePart({ media: { name: 'x' } })).toMatchObject({ name: 'x', found: [] });
  });

  it('where no media was chosen, that is said', () => {
    expect(buildFor({ media: { standIn: true } })).toMatchObject({ found: ['info MP-10'] });
  });
});
