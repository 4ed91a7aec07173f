import { describe, expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { measuredServers, outcomeMeanings, outcomeSigns, serverTitle } from '../server-table.ts';
import { readingBy } from './server-reading.ts';

const plain = buildFor({ data: 'a=1&f=%media_content%' });

describe('what a server makes of this very request', () => {
  it('is all right where every row that applies is', () => {
    expect(readingBy('php', plain)).toEqual({
      sign: '✓',
      text: 'read requests like this one right',
      rows: ['Bare names'],
    });
  });

  it('is the worst of the rows that apply, with each that is as bad', () => {
    const put = buildFor({ method: 'PUT', data: 'a.b=1&f=%media_content%' });
    expect(readingBy('php', put)).toMatchObject({ sign: '✗', rows: ['PUT, bare names'] });
    const spaced = buildFor({ data: 'f=%media_content%', media: { name: '../x.jpg' } });
    expect(readingBy('php', spaced)).toMatchObject({ sign: '!', text: 'got only the file name wrong' });
  });

  it('follows an assumption: the documentation’s empty line loses the file', () => {
    const literal = buildFor({
      data: 'a=1&f=%media_content%',
      assume: { 'file-part-blank-line': 'literal' },
    });
    expect(readingBy('django', literal)).toMatchObject({ sign: '✗', text: 'lost the file' });
    expect(readingBy('werkzeug', literal)).toMatchObject({ sign: '✓' });
  });

  it('is unknown for a server that was not measured, and without a request', () => {
    expect(readingBy('iis', plain)).toBeNull();
    expect(readingBy('php', buildFor({ url: 'nonsense' }))).toBeNull();
  });
});

it('every server has a title that its owner would look for, each once', () => {
  const titles = measuredServers.map(serverTitle);
  expect(titles).toContain('Express with multer');
  expect(new Set(titles).size).toBe(titles.length);
});

it('has a sign and a word for every outcome', () => {
  expect(Object.keys(outcomeSigns).toSorted()).toEqual(Object.keys(outcomeMeanings).toSorted());
});
