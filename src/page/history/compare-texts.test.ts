import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedLine, compareTexts, type Run } from './compare-texts.ts';

/** A side of a line, what differs in brackets. */
const side = (runs: readonly Run[] | null) =>
  runs
    ?.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text))
    .join('')
    .replaceAll('\n', '⏎') ?? null;
const shown = (lines: readonly ComparedLine[]) =>
  lines.map((line) => (line.kind === 'line' ? [side(line.left), side(line.right)] : line.count));

describe('two texts side by side', () => {
  it('marks the words that differ, with a line around them', () => {
    const left = 'one\ntwo\nHello to you\nfour\nfive\n';
    const right = 'one\ntwo\nHello to them\nfour\nfive\n';
    expect(shown(compareTexts(left, right))).toEqual([
      1,
      ['two⏎', 'two⏎'],
      ['Hello to [you]⏎', 'Hello to [them]⏎'],
      ['four⏎', 'four⏎'],
      1,
    ]);
  });

  it('has nothing in the place of a line that only one has', () => {
    expect(shown(compareTexts('a\nb\n', 'a\nx\nb\n'))).toEqual([
      ['a⏎', 'a⏎'],
      [null, '[x⏎]'],
      ['b⏎', 'b⏎'],
    ]);
  });

  it('tells line ends apart', () => {
    const [line] = compareTexts('a\r\n', 'a\n');
    expect(line).toMatchObject({
      left: expect.arrayContaining([expect.objectContaining({ isChanged: true })]),
    });
  });

  const texts = fc.array(fc.constantFrom('a', 'b', 'a b', 'b a', 'A', ' ', ''), { maxLength: 12 });
  const joined = texts.map((lines) => lines.join('\n'));

  it('leaves out everything where nothing differs', () => {
    fc.assert(
      fc.property(joined, (text) => {
        expect(compareTexts(text, text).every(({ kind }) => kind === 'left-out')).toBe(true);
      }),
    );
  });

  it('finds the same the other way round', () => {
    const mirrored = (line: ComparedLine) =>
      line.kind === 'line' ? { ...line, left: line.right, right: line.left } : line;
    fc.assert(
      fc.property(joined, joined, (one, other) => {
        expect(compareTexts(other, one).map(mirrored)).toEqual(compareTexts(one, other));
      }),
    );
  });

  it('loses and invents nothing: what is shown and left out is both texts', () => {
    fc.assert(
      fc.property(joined, joined, (one, other) => {
        const lines = compareTexts(one, other);
        const count = (text: string) => (text === '' ? 0 : text.split(/(?<=\n)/).length);
        const lefts = lines.map((line) => (line.kind === 'line' ? (line.left ? 1 : 0) : line.count));
        expect(lefts.reduce((sum, each) => sum + each, 0)).toBe(count(one));
        const whole = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
        for (const line of lines) {
          if (line.kind !== 'line') continue;
          if (line.left) expect(one).toContain(whole(line.left));
          if (line.right) expect(other).toContain(whole(line.right));
        }
      }),
    );
  });

  it('shows no more than a page bears, and soon, however little two texts have in common', () => {
    const lines = (seed: number) =>
      Array.from({ length: 30_000 }, (_, index) => String((index * seed) % 10)).join('\n');
    const started = performance.now();
    const compared = compareTexts(lines(7), lines(3));
    expect(compared.length).toBe(151);
    expect(compared.at(-1)).toMatchObject({ kind: 'more', count: 29_850 });
    expect(compareTexts('x '.repeat(32_000), 'y '.repeat(32_000)).length).toBe(1);
    // Of seconds, and not of minutes: the machine may be busy.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
