import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';

const data = (written: string) =>
  `<account><genericMediaUploadUrl>https://e.example/</genericMediaUploadUrl><genericMediaUploadMultipartData>${written}</genericMediaUploadMultipartData></account>`;

describe('an invisible character (ACC-11)', () => {
  it.each([
    ['\u00A0', 'U+00A0, no-break space', ' '],
    ['\u202F', 'U+202F, narrow no-break space', ' '],
    ['\u2003', 'U+2003, em space', ' '],
    ['\u200B', 'U+200B, zero-width space', ''],
    ['\u00AD', 'U+00AD, soft hyphen', ''],
    ['\uFEFF', 'U+FEFF, byte order mark', ''],
    ['\u200E', 'U+200E, left-to-right mark', ''],
    ['\u202E', 'U+202E, right-to-left override', ''],
    ['\u2066', 'U+2066, left-to-right isolate', ''],
    ['\u0085', 'U+0085, next line', ''],
    ['\u009B', 'U+009B, C1 control character', ''],
    ['\u007F', 'U+007F, delete', ''],
    ['\u2028', 'U+2028, line separator', ''],
    ['\u2029', 'U+2029, paragraph separator', ''],
    ['\u200D', 'U+200D, zero-width joiner', ''],
  ])('%j is named %s, is sent, and has its fix', (character, name, instead) => {
    const built = buildFor({ data: `a=x${character}y&f=%media_content%` });
    expect(built.found).toEqual([`warning ACC-11 ${character}`]);
    expect(built.message('ACC-11')).toContain(name);
    expect(Buffer.from(built.bodyBytes).toString()).toContain(`x${character}y`);
    expect(built.fixed('ACC-11')).toBe(buildFor({ data: `a=x${instead}y&f=%media_content%` }).xml);
  });

  it.each([
    ['a reference', 'a=x&#160;y&amp;f=%media_content%', '&#160;', 'a=x y&amp;f=%media_content%'],
    ['CDATA', '<![CDATA[a=x\u200By&f=%media_content%]]>', '\u200B', '<![CDATA[a=xy&f=%media_content%]]>'],
    ['a run', 'a=x\u00A0\u00A0y&amp;f=%media_content%', '\u00A0\u00A0', 'a=x  y&amp;f=%media_content%'],
    ['the start of a value', '\uFEFFf=%media_content%', '\uFEFF', 'f=%media_content%'],
  ])('in %s is reported once', (_, written, place, fixed) => {
    const built = buildFor({ xml: data(written) });
    expect(built.found).toEqual([`warning ACC-11 ${place}`]);
    expect(built.fixed('ACC-11')).toBe(data(fixed));
  });

  it('is reported singly where a comment stands among several', () => {
    const { found } = buildFor({ xml: data('a=\u00A0<!-- x -->\u00A0&amp;f=%media_content%') });
    expect(found).toEqual(['warning ACC-11 \u00A0', 'warning ACC-11 \u00A0']);
  });

  it.each([
    ['emoji', '👨\u200D👩\u200D👧'],
    ['Persian', 'می\u200Cخواهم'],
    ['a variation selector', '❤\uFE0F'],
    ['letters of any script', 'Žofie 写真　説明'],
    ['tabs and line breaks', 'x\ty'],
  ])('is not in %s', (_, text) => {
    expect(buildFor({ data: `a=${text}&f=%media_content%` }).found).toEqual([]);
  });

  it('is no matter of nodes that are not of this service', () => {
    expect(buildFor({ nodes: { note: 'a\u00A0b' } }).found).toEqual([]);
  });

  it.each([
    ']]\u200B>',
    '&\u200Bamp;',
    '&am\u200Bp;',
  ])('has no fix where markup would come of it: %j', (text) => {
    const built = buildFor({ xml: data(`a=${text}&amp;f=%media_content%`) });
    expect(built.rules).toContain('ACC-11');
    expect(built.fixed('ACC-11')).toBeUndefined();
  });

  it.each([
    '\u00A0',
    '\u200B\u200C',
    '&amp;amp;',
  ])('%s, ten thousand times, is reported in one pass', (piece) => {
    const { plan } = buildFor({ xml: data(`a=${piece.repeat(10_000)}&amp;f=%media_content%`) });
    expect(plan).not.toBeNull();
  });
});
