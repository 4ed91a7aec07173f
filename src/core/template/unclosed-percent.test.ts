import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../assumptions.ts';
import { buildRequest } from '../build-request.ts';
import { findUnclosed } from './unclosed-percent.ts';

const found = (text: string) =>
  findUnclosed(text).map(({ rule, start, end }) => [rule, text.slice(start, end)]);

describe('an unclosed percent sign', () => {
  it('is found where a name or a node follows', () => {
    expect(found('/%to/x')).toEqual([['TPL-4', '%to']]);
    expect(found('a %account[username b')).toEqual([['TPL-4', '%account[username']]);
    expect(found('%account[username]')).toEqual([['TPL-4', '%account[username]']]);
  });

  it('is found where a call begins', () => {
    expect(found('x%sha1(')).toEqual([['TPL-3', '%sha1(']]);
  });

  it.each(['100%', '5 % of', 'caf%C3%A9s%20au', '%41bc', '%%', 'plain'])('is none in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is reported at its place in the Account XML, and stays in the request', () => {
    const xml =
      '<account><genericMediaUploadUrl>https://m.example/%to%/%sha1(%to%</genericMediaUploadUrl>' +
      '<genericMediaUploadMultipartData>a=%description&amp;f=%media_content%</genericMediaUploadMultipartData></account>';
    const { request, diagnostics } = buildRequest({
      xml,
      parameters: { to: '1' },
      media: { name: 'a.jpg', size: 3, declaredType: '', head: Uint8Array.of(0xff, 0xd8, 0xff) },
      assumptions: defaultAssumptions,
      boundary: 'B',
    });
    const found = diagnostics.map(({ rule, range }) => [rule, range && xml.slice(range.start, range.end)]);
    expect(found).toEqual([
      ['TPL-3', '%sha1('],
      ['TPL-12', '%description'],
    ]);
    expect(request?.target).toBe('/1/%sha1(1');
  });
});
