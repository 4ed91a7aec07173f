import { describe, expect, it } from 'vitest';
import { offer, offered, taken } from '../test/ask-for-test.ts';

const data = (value: string) =>
  `<account><genericMediaUploadMultipartData>${value}</genericMediaUploadMultipartData></account>`;
const file = 'file=%media_content%';

describe('parts of the multipart data', () => {
  it('start with the file', () => {
    expect(offered(data('|'))[0]).toBe(file);
  });

  it.each([
    ['|', `${file}|`],
    ['fi|', `${file}|`],
    ['a=1&amp;|', `a=1&amp;${file}|`],
    ['a=1&|', `a=1&amp;${file}|`],
    ['a=1&fi|', `a=1&amp;${file}|`],
    ['a=%to%|', `a=%to%&amp;${file}|`],
    ['a=1&amp;\n  |\n', `a=1&amp;\n  ${file}|\n`],
    ['a=1\n  |\n', `a=1\n  &amp;${file}|\n`],
    ['|a=1', null],
    ['|\n  a=1', `${file}|&amp;\n  a=1`],
    ['a=1&amp;|&amp;b=2', `a=1&amp;${file}|&amp;b=2`],
    ['<![CDATA[a=1&|]]>', `<![CDATA[a=1&${file}|]]>`],
    ['<![CDATA[a=%to%|]]>', `<![CDATA[a=%to%&${file}|]]>`],
  ])('%j takes the file in with what separates it', (typed, expected) => {
    if (expected === null) expect(offered(data(typed))).not.toContain(file);
    else expect(taken(data(typed), file)).toBe(data(expected));
  });

  it('list those that are there last', () => {
    const labels = offered(data(`${file}&amp;|`));
    expect(labels.indexOf(file)).toBe(labels.length - 1);
    expect(offer(data(`${file}&amp;|`), file).present).toBe(true);
  });

  it('keep quiet while a value is typed', () => {
    expect(offered(data('a=valu|'))).toEqual([]);
  });

  it('keep quiet in the name of a part that is there', () => {
    expect(offered(data('na|me=1'))).toEqual([]);
  });
});
