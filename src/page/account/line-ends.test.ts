import { describe, expect, it } from 'vitest';
import { describeLineEnds, lineEndsOf } from './line-ends.ts';

describe('line ends', () => {
  it('counts each kind once', () => {
    expect(lineEndsOf('a\nb\r\nc\rd\r\n')).toEqual({ lf: 1, crlf: 2, cr: 1, bom: false });
    expect(lineEndsOf('\n\r')).toEqual({ lf: 1, crlf: 0, cr: 1, bom: false });
  });

  it.each([
    ['<account/>', 'one line'],
    ['a\nb\n', 'LF'],
    ['a\r\nb\r\n', 'CRLF'],
    ['\uFEFFa\r\n', 'BOM, CRLF'],
    ['a\r\nb\n', 'mixed line ends (LF, CRLF)'],
  ])('describes %j', (text, expected) => {
    expect(describeLineEnds(lineEndsOf(text))).toBe(expected);
  });
});
