import { describe, expect, it } from 'vitest';
import { readForTest } from '../../test/build-for-test.ts';
import { readXml } from './read-xml.ts';

describe('comments, instructions and CDATA', () => {
  it('comments and instructions are no part of a value (ACC-2)', () => {
    const xml = '<account><a>1<!-- <b>&</b> -->2<?p <c>& ?>3</a></account>';
    expect(readForTest(xml)).toMatchObject({ values: { a: '123' }, wellFormed: true });
  });

  it('CDATA is text as it is', () => {
    const xml = '<account><a>x<![CDATA[<b>&amp;]]]]>&gt;<![CDATA[]]></a></account>';
    expect(readForTest(xml)).toMatchObject({ values: { a: 'x<b>&amp;]]>' }, wellFormed: true });
  });

  it.each([
    ['a comment that is not closed', '<a><!-- x</a>', ['<a>', '<!--']],
    ['a comment that holds --', '<a><!-- x -- y --></a>', ['--']],
    ['a comment that ends in --->', '<a><!-- x ---></a>', ['--']],
    ['CDATA that is not closed', '<a><![CDATA[x</a>', ['<a>', '<![CDATA[']],
    ['CDATA outside the root', '<a/><![CDATA[x]]>', ['x']],
    [']]> in text', '<a>x]]>y</a>', [']]>']],
    ['an instruction that is not closed', '<a><?p x</a>', ['<a>', '<?']],
    ['an instruction without a name', '<a><? p?></a>', ['<? p?>']],
  ])('%s is a fault', (_, text, places) => {
    expect(readForTest(text).faults).toEqual(places);
  });

  it('what is not closed goes to the end of the text', () => {
    expect(readForTest('<account><a>1</a><b><![CDATA[2</b></account>').values).toEqual({
      a: '1',
      b: '2</b></account>',
    });
    expect(readForTest('<account><a>1</a><!-- <b>2</b></account>').values).toEqual({ a: '1' });
  });
});

describe('the XML declaration', () => {
  it.each([
    '<?xml version="1.0"?><a/>',
    `<?xml version='1.0' encoding='utf-8'?><a/>`,
    '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>\n<a/>',
  ])('%s is sound', (text) => {
    expect(readForTest(text).wellFormed).toBe(true);
  });

  it.each([
    '<?xml?><a/>',
    '<?xml encoding="UTF-8"?><a/>',
    '<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>',
    '<?xml version=1.0?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<a/><?xml version="1.0"?>',
    '<a><?XML x?></a>',
  ])('%s is a fault that covers it', (text) => {
    expect(readForTest(text).faults).toEqual([text.slice(text.indexOf('<?'), text.indexOf('?>') + 2)]);
  });

  it('has the encoding and its place', () => {
    const text = `<?xml version="1.0" encoding='windows-1250'?><a/>`;
    const declared = readXml(text).declaredEncoding;
    expect(declared?.name).toBe('windows-1250');
    expect(text.slice(declared?.range.start, declared?.range.end)).toBe('windows-1250');
    expect(readXml('<?xml version="1.0"?><a/>').declaredEncoding).toBeNull();
  });
});

describe('a document type declaration (ACC-7)', () => {
  const doctype = `<!DOCTYPE a [ <!-- ]> --> <!ENTITY who "]>"> <?p ]> ?> ]>`;
  const text = `${doctype}<account><a>&who;</a></account>`;

  it('is found whole, whatever hides its end', () => {
    expect(readXml(text).doctype?.range).toEqual({ start: 0, end: doctype.length });
  });

  it('has its entities known by name and never expanded', () => {
    expect(readXml(text).doctype?.entities).toEqual(new Set(['who']));
    expect(readForTest(text)).toMatchObject({ values: { a: '&who;' }, wellFormed: true });
  });

  it.each([
    ['that is not closed', '<!DOCTYPE a [ <a/>', '<!DOCTYPE'],
    ['after the root', '<a/><!DOCTYPE a>', '<!DOCTYPE a>'],
    ['that comes twice', '<!DOCTYPE a><!DOCTYPE b><a/>', '<!DOCTYPE b>'],
  ])('is a fault where it is one %s', (_, xml, place) => {
    expect(readForTest(xml).faults).toContain(place);
  });
});

describe('characters that XML can not hold', () => {
  it.each([
    '\0',
    '\x01',
    '\b',
    '\v',
    '\x1F',
    '\uFFFE',
    '\uFFFF',
    '\uD800',
    '\uDC00',
  ])('%j is a fault', (character) => {
    expect(readForTest(`<a>x${character}y</a>`).faults).toEqual([character]);
    expect(readForTest(`<a x="${character}"/>`).faults).toEqual([character]);
    expect(readForTest(`<a><!--${character}--></a>`).faults).toEqual([character]);
  });

  it.each([
    '\t',
    '\x7F',
    '\x80',
    '\uFFFD',
    '🌅',
    '\u{10FFFF}',
    '\u2028',
    '\uFEFF',
  ])('%j is sound', (character) => {
    expect(readForTest(`<a x="${character}">x${character}y</a>`).wellFormed).toBe(true);
  });
});
