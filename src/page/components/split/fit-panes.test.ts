import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitContent, type PaneNeed } from './fit-panes.ts';

const inputs: PaneNeed = { content: 420, need: 270, rowEnds: [150, 210, 270, 300, 330, 380, 420] };
const answer = (need: number): PaneNeed => ({ content: 900, need, rowEnds: [] });

describe('a pane as high as its content', () => {
  it('has all of it where there is room for what the other one needs', () => {
    expect(fitContent(800, inputs, answer(90), 90)).toBe(420);
  });

  it('gives way to what the other one needs, and ends with a row', () => {
    expect(fitContent(640, inputs, answer(300), 90)).toBe(330);
  });

  it('keeps what it needs itself', () => {
    expect(fitContent(539, inputs, answer(500), 90)).toBe(270);
  });

  it('is cut between two rows and leaves the other one its least, whatever they hold', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        lengths,
        fc.nat(2000),
        fc.integer({ min: 300, max: 2000 }),
        fc.nat(19),
        (rows, need, total, at) => {
          const rowEnds = rows.map((_, index) => rows.slice(0, index + 1).reduce((sum, row) => sum + row, 0));
          const content = rowEnds.at(-1) ?? 0;
          const sized = { content, need: rowEnds[at % rowEnds.length] ?? 0, rowEnds };
          const height = fitContent(total, sized, answer(need), 90);
          expect(total - height).toBeGreaterThanOrEqual(Math.min(90, need, total * 0.6) - 1);
          if (height < content && sized.need <= total - 90) expect(rowEnds).toContain(height);
        },
      ),
    );
  });
});
