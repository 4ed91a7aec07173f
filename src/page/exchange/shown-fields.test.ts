import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleRuns } from '../components/visible-characters.ts';
import { shownFields } from './shown-fields.ts';

describe('shown fields', () => {
  it('are all of an ordinary head', () => {
    const fields = [
      ['Content-Type', 'text/xml'],
      ['X-Empty', ''],
    ] as const;
    expect(shownFields(fields)).toEqual({
      shown: fields.map(([name, value]) => ({
        name: { text: name, hidden: 0 },
        value: { text: value, hidden: 0 },
      })),
      hidden: 0,
    });
  });

  it('are the first of many', () => {
    const { shown, hidden } = shownFields(Array<[string, string]>(50_000).fill(['a', 'b']));
    expect(shown).toHaveLength(200);
    expect(hidden).toBe(49_800);
  });

  it('never make more text or elements than a page can bear', () => {
    const unit = fc.constantFrom('\u200b', 'a', '\t', 'é');
    const value = fc.tuple(unit, fc.constantFrom(1, 500, 80_000)).map(([one, times]) => one.repeat(times));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { maxLength: 10 }),
        fc.constantFrom(1, 100),
        (some, times) => {
          const fields = Array.from({ length: times }, () => some).flat();
          const { shown, hidden } = shownFields(fields);
          expect(shown.length + hidden).toBe(fields.length);
          const texts = shown.flatMap(({ name, value: { text } }) => [name.text, text]);
          expect(texts.join('').length).toBeLessThan(105_000);
          expect(texts.flatMap(visibleRuns).length).toBeLessThan(12_000);
        },
      ),
    );
  });
});
