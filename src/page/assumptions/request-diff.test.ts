import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffItem, diffLines } from './request-diff.ts';

const written = (items: readonly DiffItem[]) =>
  items.map((item) =>
    item.kind === 'left-out'
      ? `… ${item.count}`
      : `${{ same: ' ', removed: '-', added: '+' }[item.kind]}${item.before}[${item.changed}]${item.after}`,
  );

describe('a diff of two requests', () => {
  it('shows each change with the lines around it, and marks what differs in it', () => {
    const before = ['POST / HTTP/1.1', 'Host: h', '', '--b', 'name=to', '', 'x'];
    const after = ['POST / HTTP/1.1', 'Host: h', '', '--b', 'name="to"', '', 'x'];
    expect(written(diffLines(before, after))).toEqual([
      '… 3',
      ' --b[]',
      '-name=[to]',
      '+name=["to"]',
      ' []',
      '… 1',
    ]);
  });

  it('shows a line that is new', () => {
    expect(written(diffLines(['a', 'b'], ['a', '', 'b']))).toEqual([' a[]', '+[]', ' b[]']);
  });

  it('never cuts a character in two', () => {
    expect(written(diffLines(['🌅'], ['🌆']))).toEqual(['-[🌅]', '+[🌆]']);
  });

  it('holds every line of both that is not left out', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'ab', ''), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const items = diffLines(before, after);
        const count = (kind: 'removed' | 'added') =>
          items.reduce((sum, item) => {
            if (item.kind === 'left-out') return sum + item.count;
            return sum + (item.kind === kind || item.kind === 'same' ? 1 : 0);
          }, 0);
        expect([count('removed'), count('added')]).toEqual([before.length, after.length]);
      }),
    );
  });
});
