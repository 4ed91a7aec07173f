import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { positionLookup } from './diagnostics.ts';

/** `line:column` of every `|` in a text that holds them as marks. */
function positions(marked: string): string[] {
  const text = marked.replaceAll('|', '');
  const position = positionLookup(text);
  return Array.from(marked.matchAll(/\|/g), ({ index }, before) => {
    const { line, column } = position(index - before);
    return `${line}:${column}`;
  });
}

describe('a position', () => {
  it.each([
    ['|ab|c|', ['1:1', '1:3', '1:4']],
    ['|', ['1:1']],
    ['a|\n|b\n|', ['1:2', '2:1', '3:1']],
    ['a|\r\n|b', ['1:2', '2:1']],
    ['a|\r|b\r|', ['1:2', '2:1', '3:1']],
    ['\n|\n\r|\n|', ['2:1', '3:2', '4:1']],
    ['🌅|é|', ['1:3', '1:4']],
    ['\t|', ['1:2']],
  ])('is 1-based, in UTF-16 units, a line ending in LF, CRLF or CR: %j', (marked, expected) => {
    expect(positions(marked)).toEqual(expected);
  });

  it('does not count a BOM, and only one', () => {
    expect(positions('\uFEFF|ab|\n|c')).toEqual(['1:1', '1:3', '2:1']);
    expect(positions('|\uFEFFab')).toEqual(['1:1']);
    expect(positions('\uFEFF\uFEFF|a')).toEqual(['1:2']);
    expect(positions('a\n\uFEFF|b')).toEqual(['2:2']);
  });

  it('gives back the offset: the start of its line and so many units', () => {
    const piece = fc.constantFrom('a', '🌅', '\n', '\r', '\r\n', ' ');
    fc.assert(
      fc.property(fc.array(piece), fc.boolean(), fc.nat(), (pieces, bom, any) => {
        const body = pieces.join('');
        const text = (bom ? '\uFEFF' : '') + body;
        const offset = any % (body.length + 1);
        const { line, column } = positionLookup(text)(offset + (bom ? 1 : 0));
        const lines = body.split(/(?<=\r\n|\r(?!\n)|\n)/);
        const before = lines.slice(0, line - 1).join('').length;
        expect(before + column - 1).toBe(offset);
      }),
      { numRuns: 200 },
    );
  });

  it('of any offset in a megabyte is found quickly', () => {
    const position = positionLookup('x\n'.repeat(500_000));
    for (let line = 0; line < 500_000; line++) position(line * 2);
    expect(position(999_998)).toEqual({ line: 500_000, column: 1 });
  });
});

describe('diagnostics', () => {
  const built = buildFor({
    xml: [
      '<account>',
      '  <genericMediaUploadUrl>https://e.example/a b</genericMediaUploadUrl>',
      '  <genericMediaUploadMethod>GET</genericMediaUploadMethod>',
      '  <genericMediaUploadMultipartData>a=%nope%&file=%media_content%</genericMediaUploadMultipartData>',
      '</account>',
    ].join('\r\n'),
    media: { standIn: true },
  });

  it('come in document order, those about no place last', () => {
    expect(built.found).toEqual([
      'warning URL-2  ',
      'error ACC-8 GET',
      'warning TPL-5 %nope%',
      'error ACC-5 &',
      'info MP-10',
    ]);
  });

  it('each have a message for people that ends as a sentence', () => {
    for (const { message } of built.diagnostics) expect(message).toMatch(/^\S.{10,}[.?]$/);
  });
});
