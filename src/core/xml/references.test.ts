import { describe, expect, it } from 'vitest';
import { readForTest } from '../../test/build-for-test.ts';

const account = (value: string) => `<account><a>${value}</a></account>`;

describe('references', () => {
  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', `&<>"'`],
    ['&#65;&#x41;&#x1F305;&#0065;', 'AA🌅A'],
    ['x&#10;&#9;&#13;y', 'x\n\t\ry'],
    ['&amp;lt;', '&lt;'],
  ])('%s is decoded, once', (written, value) => {
    expect(readForTest(account(written))).toMatchObject({ values: { a: value }, wellFormed: true });
  });

  it.each([
    'a & b',
    '1&2',
    '&',
    '&;',
    '&#;',
    '&#x;',
    '&#xG;',
    '&1;',
    '&amp',
    '&a b;',
    '&am',
    '& amp;',
  ])('a raw & stands for itself, is the fault, and is fixed without a change of value (ACC-5): %s', (written) => {
    const repaired = account(written.replace('&', '&amp;'));
    expect(readForTest(account(written))).toMatchObject({ values: { a: written }, faults: ['&'], repaired });
    expect(readForTest(repaired)).toMatchObject({ values: { a: written }, wellFormed: true });
  });

  it.each([
    '&nbsp;',
    '&AMP;',
    '&toString;',
    '&constructor;',
    '&__proto__;',
    '&é;',
  ])('an unknown entity stands for its own characters and is the fault (ACC-5): %s', (written) => {
    const repaired = account(written.replace('&', '&amp;'));
    expect(readForTest(account(written))).toMatchObject({
      values: { a: written },
      faults: [written],
      repaired,
    });
    expect(readForTest(repaired)).toMatchObject({ values: { a: written }, wellFormed: true });
  });

  it.each([
    '&#0;',
    '&#1;',
    '&#xB;',
    '&#xD800;',
    '&#xFFFE;',
    '&#x110000;',
    '&#99999999999999999999999;',
  ])('a reference to what XML does not allow stands for its own characters: %s', (written) => {
    expect(readForTest(account(written))).toMatchObject({ values: { a: written }, faults: [written] });
  });

  it('are many faults where there are many raw ones', () => {
    const written = 'x=1&y=2&z=&nbsp;';
    const faults = ['&', '&', '&nbsp;'];
    expect(readForTest(account(written))).toMatchObject({ values: { a: written }, faults });
  });
});
