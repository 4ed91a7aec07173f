import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleLines, visibleRuns } from '../components/visible-characters.ts';
import { bodyLimits, excerptOf, valueLimits } from './excerpt.ts';

describe('an excerpt', () => {
  it('is all of an ordinary text', () => {
    expect(excerptOf('https://media.example/1.jpg')).toEqual({
      text: 'https://media.example/1.jpg',
      hidden: 0,
    });
  });

  it('is the beginning of a long one, and says how much more there is', () => {
    const { text, hidden } = excerptOf('a'.repeat(10_000));
    expect(text).toBe('a'.repeat(valueLimits.characters));
    expect(hidden).toBe(10_000 - valueLimits.characters);
  });

  it('counts what was left out before, too', () => {
    expect(excerptOf('ab', valueLimits, 50).hidden).toBe(48);
  });

  it('does not part the two halves of a character', () => {
    expect(excerptOf('a🌅b', { characters: 2, cost: 9 })).toEqual({ text: 'a', hidden: 3 });
  });

  it('never makes more elements than a page can bear, whatever the text', () => {
    const unit = fc.constantFrom(
      '\u200b',
      '\t',
      '\r',
      '\n',
      '\r\n',
      '\u200d',
      '\u0301',
      '<',
      'a',
      '\ufffd',
      '🌅',
    );
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(bodyLimits, valueLimits),
        (units, limits) => {
          const whole = units.join('').repeat(100_000);
          const { text, hidden } = excerptOf(whole, limits);
          expect(text.length + hidden).toBe(whole.length);
          expect(whole.startsWith(text)).toBe(true);
          expect(text.length).toBeLessThanOrEqual(limits.characters);
          // A mark is a run, and so is what stands before it.
          const runs = limits.hasLines ? visibleLines(text) : visibleRuns(text);
          expect(runs.length).toBeLessThanOrEqual((2 * limits.cost) / 10 + 1);
          expect(text.split('\n').length).toBeLessThanOrEqual(limits.cost + 1);
        },
      ),
      { numRuns: 30 },
    );
  });
});
