import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uploadsOver } from './history-limits.ts';

const upload = (id: string, bytes: number, isPinned = false) => ({ id, bytes, isPinned });

describe('what leaves the history', () => {
  it('is the oldest beyond the count', () => {
    const all = ['c', 'b', 'a'].map((id) => upload(id, 1));
    expect(uploadsOver({ uploads: 2, bytes: 100 }, all)).toEqual(['a']);
  });

  it('is the oldest beyond the size, a small one behind a large one too', () => {
    const all = [upload('c', 60), upload('b', 60), upload('a', 1)];
    expect(uploadsOver({ uploads: 9, bytes: 100 }, all)).toEqual(['b', 'a']);
  });

  it('is never pinned, and what is pinned takes no room from the others', () => {
    const all = [upload('c', 60), upload('b', 60, true), upload('a', 30)];
    expect(uploadsOver({ uploads: 2, bytes: 100 }, all)).toEqual([]);
  });

  it('leaves the newest ones, within both limits', () => {
    const uploads = fc.array(fc.record({ bytes: fc.nat(50), isPinned: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(uploads, fc.nat(20), fc.nat(400), (given, count, bytes) => {
        const all = given.map((one, index) => ({ id: String(index), ...one }));
        const gone = new Set(uploadsOver({ uploads: count, bytes }, all));
        const loose = all.filter(({ isPinned }) => !isPinned);
        const kept = loose.filter(({ id }) => !gone.has(id));
        expect(all.every(({ id, isPinned }) => !(isPinned && gone.has(id)))).toBe(true);
        expect(kept).toEqual(loose.slice(0, kept.length));
        expect(kept.length).toBeLessThanOrEqual(count);
        expect(kept.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThanOrEqual(bytes);
      }),
    );
  });
});
