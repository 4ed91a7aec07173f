import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyXml } from './pretty-xml.ts';

describe('pretty XML', () => {
  it('puts each element on its line and text beside its tags', () => {
    expect(
      prettyXml('<?xml version="1.0"?><response><media_url>http://a/b</media_url><x/></response>').text,
    ).toBe('<?xml version="1.0"?>\n<response>\n  <media_url>http://a/b</media_url>\n  <x/>\n</response>');
  });

  it('keeps an empty element together', () => {
    expect(prettyXml('<a> <b></b> </a>').text).toBe('<a>\n  <b></b>\n</a>');
  });

  it('leaves mixed content alone', () => {
    expect(prettyXml('<a>one <b>two</b> three</a>').text).toBe('<a>one <b>two</b> three</a>');
  });

  it('does not break at a > inside an attribute, a comment or CDATA', () => {
    expect(prettyXml('<a t="x>y"><!-- > --><b><![CDATA[<i>]]></b></a>').text).toBe(
      '<a t="x>y">\n  <!-- > -->\n  <b><![CDATA[<i>]]></b>\n</a>',
    );
  });

  it('shows what is not well-formed as far as it goes', () => {
    expect(prettyXml('<a><b>text').text).toBe('<a>\n  <b>text');
    expect(prettyXml('</a></a>1 < 2').text).toContain('1 < 2');
  });

  it('changes nothing but white space', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b/>',
      'text',
      ' ',
      '\n',
      '<!--c-->',
      '<',
      '>',
      '"',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const source = pieces.join('');
        expect(prettyXml(source).text.replaceAll(/\s/g, '')).toBe(source.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('sets in no further at some depth, so that a small reply stays small', () => {
    const deep = `${'<a>'.repeat(20_000)}x${'</a>'.repeat(20_000)}`;
    expect(prettyXml(deep).text.length).toBeLessThan(100 * deep.length);
  });
});
