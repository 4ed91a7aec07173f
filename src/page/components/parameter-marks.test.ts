import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markClasses, parameterClass, parameterOfClasses } from './parameter-marks.ts';

describe('the class of a parameter', () => {
  it('is a plain word, whatever the name', () => {
    expect(parameterClass('account[user-name]')).toMatch(/^in-xml-[0-9a-z-]+$/);
  });

  it('gives the name back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        expect(parameterOfClasses(['mtk1', parameterClass(name)])).toBe(name);
      }),
    );
  });

  it('is missing on other text', () => {
    expect(parameterOfClasses(['mtk1', 'hue-3'])).toBeNull();
  });

  it('comes with the colour', () => {
    expect(markClasses({ range: { start: 0, end: 4 }, parameter: 'to', hue: 3 })).toContain('hue-3');
  });
});
