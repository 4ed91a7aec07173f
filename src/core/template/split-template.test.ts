import { describe, expect, it } from 'vitest';
import { splitSlice, type TemplateSlice, trimSlice, trimStart } from './split-template.ts';
import { parseTemplate } from './template-tokens.ts';

function whole(text: string): TemplateSlice {
  return { tokens: parseTemplate(text, () => true), start: 0, end: text.length, separator: '' };
}

function split(text: string, separator: RegExp, most?: number): string[] {
  return splitSlice(text, whole(text), separator, most).map(({ start, end }) => text.slice(start, end));
}

describe('a template', () => {
  it.each([
    ['a&b&c', ['a', 'b', 'c']],
    ['&', ['', '']],
    ['', ['']],
    ['a=%to%&%to%=b', ['a=%to%', '%to%=b']],
    ['%to%&%to%', ['%to%', '%to%']],
  ])('%j is cut at each separator typed (MP-1)', (text, pieces) => {
    expect(split(text, /&/g)).toEqual(pieces);
  });

  it.each([
    '%sha1(a&b)%',
    '%md5(a&b)%',
    'x%sha1(&%sha1(&)%&)%y',
    '%account[a:b]%',
  ])('%s is not cut inside a call or parameter (TPL-3)', (text) => {
    expect(split(text, /[&:]/g)).toEqual([text]);
  });

  it('is cut inside a call that is not closed, which is not one (TPL-3)', () => {
    expect(split('%sha1(a&b', /&/g)).toEqual(['%sha1(a', 'b']);
  });

  it('is cut so many times at the most', () => {
    expect(split('a=b=%to%=c', /=/g, 1)).toEqual(['a', 'b=%to%=c']);
    expect(split('%to%=b', /=/g, 1)).toEqual(['%to%', 'b']);
    expect(split('a', /=/g, 1)).toEqual(['a']);
  });

  it('says by which separator each piece was cut off', () => {
    const text = 'a\nb\\nc';
    const pieces = splitSlice(text, whole(text), /\\n|\n/g);
    expect(pieces.map(({ separator }) => separator)).toEqual(['', '\n', '\\n']);
  });

  it('keeps the tokens of each piece, with literals cut', () => {
    const text = 'ab&c%to%d&e';
    const shown = splitSlice(text, whole(text), /&/g).map(({ tokens }) =>
      tokens.map((token) => `${token.kind} ${text.slice(token.start, token.end)}`),
    );
    expect(shown).toEqual([['literal ab'], ['literal c', 'parameter %to%', 'literal d'], ['literal e']]);
  });
});

describe('white space at the ends of a piece', () => {
  it.each([
    [' \t\r\na b \n', 'a b'],
    [' %to% ', '%to%'],
    ['a %to%', 'a %to%'],
    ['\u00A0a\v', '\u00A0a\v'],
    ['', ''],
  ])('goes where it is typed: %j', (text, expected) => {
    const { start, end } = trimSlice(text, whole(text));
    expect(text.slice(start, end)).toBe(expected);
  });

  it('may be all there is', () => {
    expect(trimSlice(' \n', whole(' \n')).tokens).toEqual([]);
  });

  it('can go at the start alone', () => {
    const { start, end } = trimStart(' a ', whole(' a '));
    expect([start, end]).toEqual([1, 3]);
  });
});
