import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveSeparator, percentBefore, readSizes } from './pane-sizes.ts';

describe('panes beside one another', () => {
  it('give to one side what they take from the other', () => {
    expect(moveSeparator([400, 500, 300], [100, 100, 100], 0, 50)).toEqual([450, 450, 300]);
    expect(moveSeparator([400, 500, 300], [100, 100, 100], 1, -50)).toEqual([400, 450, 350]);
  });

  it('stop at the minimum of either side', () => {
    expect(moveSeparator([400, 500], [240, 260], 0, 999)).toEqual([640, 260]);
    expect(moveSeparator([400, 500], [240, 260], 0, -999)).toEqual([240, 660]);
  });

  it('stay where there is no space for both', () => {
    expect(moveSeparator([200, 200], [240, 260], 0, 10)).toEqual([200, 200]);
  });

  it('never change in all', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        sizes,
        fc.nat({ max: 2 }),
        fc.integer({ min: -3000, max: 3000 }),
        (before, index, delta) => {
          fc.pre(index < before.length - 1);
          const after = moveSeparator(before, [240, 260, 280, 100], index, delta);
          const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
          expect(sum(after)).toBe(sum(before));
        },
      ),
    );
  });

  it('are given in percent', () => {
    expect(percentBefore([340, 360, 300], 1)).toBe(70);
    expect(percentBefore([], 0)).toBe(0);
  });

  it('come back as they were kept, or not at all', () => {
    expect(readSizes('34 36 30', 3)).toEqual([34, 36, 30]);
    expect(readSizes('34 36', 3)).toBeNull();
    expect(readSizes('34 x 30', 3)).toBeNull();
    expect(readSizes(null, 3)).toBeNull();
  });
});
