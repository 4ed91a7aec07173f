import { describe, expect, it, test } from 'vitest';
import { readForTest } from '../../test/build-for-test.ts';

describe('a tag that is half typed (ACC-5)', () => {
  it.each([
    '<account><a>1</a><pass\n<b>2</b></account>',
    '<account><a>1</a><pass x=\n<b>2</b></account>',
    '<account><a>1</a><pass x="y\n<b>2</b></account>',
    '<account><a>1</a><pass x="y"\n<b>2</b></account>',
    "<account><a>1</a><pass x='>\n<b>2</b></account>",
    '<account><a>1</a></\n<b>2</b></account>',
    '<account><a>1</a><\n<b>2</b></account>',
    '<account><a>1</a><!\n<b>2</b></account>',
  ])('costs no other node its value: %j', (text) => {
    expect(readForTest(text)).toMatchObject({ values: { a: '1', b: '2' }, wellFormed: false });
  });

  it('is no element yet', () => {
    expect(readForTest('<acc').root).toBeUndefined();
    expect(readForTest('<account').root).toBeUndefined();
    expect(Object.keys(readForTest('<account><a>1</a><us').values)).toEqual(['a']);
  });

  it('is a fault at its < and name', () => {
    expect(readForTest('<account><us</account>').faults).toEqual(['<us']);
  });
});

describe('a < that starts no tag', () => {
  it.each(['a < b', '1<2', 'a<', '<=>', '<-', '<.a>'])('stands for itself and is fixed so: %s', (text) => {
    const xml = (content: string) => `<account><a>${content}</a></account>`;
    expect(readForTest(xml(text))).toMatchObject({
      values: { a: text },
      faults: ['<'],
      repaired: xml(text.replace('<', '&lt;')),
    });
  });
});

describe('attributes', () => {
  it.each([
    [`<a x="1" y='2'>`, ['x=1', 'y=2']],
    [`<a x = "1"\n\ty="">`, ['x=1', 'y=']],
    [`<a x="it's" y='"'>`, [`x=it's`, 'y="']],
    ['<a x="&amp;&#65;&lt;">', ['x=&A<']],
    ['<a x="a>b/">', ['x=a>b/']],
    ['<a x="1\r\n2\t3\r4&#10;5">', ['x=1 2 3 4\n5']],
  ])('%j are read as XML reads them', (tag, expected) => {
    expect(readForTest(`${tag}</a>`)).toMatchObject({ attributes: expected, wellFormed: true });
  });

  it.each([
    ['twice', '<a x="1" x="2">', 'x="2"'],
    ['without quotes', '<a x=1>', 'x=1'],
    ['without a value', '<a x>', 'x'],
    ['without space between', '<a x="1"y="2">', 'y'],
    ['with a raw &', '<a x="1&2">', '&'],
    ['with an unknown entity', '<a x="&nbsp;">', '&nbsp;'],
    ['with a stray /', '<a / x="1">', '/'],
  ])('are a fault %s', (_, tag, place) => {
    expect(readForTest(`${tag}</a>`).faults).toEqual([place]);
  });

  it('keep the characters of a raw & and are fixed', () => {
    expect(readForTest('<a x="1&2 &nbsp; &#0;"/>').attributes).toEqual(['x=1&2 &nbsp; &#0;']);
    expect(readForTest('<a x="1&2"/>').repaired).toBe('<a x="1&amp;2"/>');
  });
});

test('names are those of XML: letters of any script, colons, dots, dashes', () => {
  expect(readForTest('<účet><é:x-1.b_>1</é:x-1.b_><𐐀>2</𐐀></účet>').values).toEqual({
    'é:x-1.b_': '1',
    𐐀: '2',
  });
  expect(readForTest('<účet><é:x-1.b_/><𐐀/></účet>').wellFormed).toBe(true);
  for (const name of ['1a', '-a', '.a', '·a', '×']) expect(readForTest(`<${name}/>`).root).toBeUndefined();
});
