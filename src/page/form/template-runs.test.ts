import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownParameter, templateRuns } from './template-runs.ts';

const isKnown = isKnownParameter({ ad: '' });

describe('runs of a template', () => {
  it('tell parameters from the text around them, inside calls too', () => {
    expect(templateRuns('a=%to%%sha1(x%account[password]%)%%41', isKnown)).toEqual([
      { text: 'a=', parameter: null },
      { text: '%to%', parameter: 'to' },
      { text: '%sha1(x', parameter: null },
      { text: '%account[password]%', parameter: 'account[password]' },
      { text: ')%%41', parameter: null },
    ]);
  });

  it('know a custom parameter that looks like an escape', () => {
    expect(templateRuns('%ad%', isKnown)).toEqual([{ text: '%ad%', parameter: 'ad' }]);
    expect(templateRuns('%ad%', isKnownParameter({}))).toEqual([{ text: '%ad%', parameter: null }]);
  });

  it('are the text to the letter', () => {
    const piece = fc.constantFrom('%', '%to%', '%sha1(', ')%', 'x', '%account[', ']%');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const runs = templateRuns(pieces.join(''), isKnown);
        expect(runs.map(({ text }) => text).join('')).toBe(pieces.join(''));
      }),
    );
  });
});
