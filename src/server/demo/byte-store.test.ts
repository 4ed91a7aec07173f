import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createByteStore } from './byte-store.ts';

const kib = 1024;
const minute = 60_000;
const bytesOf = (length: number, fill = 1) => Buffer.alloc(length, fill);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('whatever pieces bytes come in, and whatever comes of the memory they came in, they are given back', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40_000 }), { maxLength: 12 }), (pieces) => {
      const store = createByteStore({ most: 1024 * kib, lifetime: minute });
      const draft = store.open();
      const expected = Buffer.concat(pieces);
      for (const piece of pieces) {
        const lent = Buffer.from(piece);
        draft.add(lent);
        lent.fill(0);
      }
      const id = draft.keep();
      if (expected.length === 0) return id === null;
      const kept = store.get(id ?? '');
      return kept?.size === expected.length && Buffer.concat(kept.blocks).equals(expected);
    }),
  );
});

test('however many come at once, no more is held than may be, and the newest that was kept is there', () => {
  const most = 512 * kib;
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), draft: fc.nat(5), length: fc.nat(200 * kib) }),
    fc.record({ kind: fc.constantFrom('keep' as const, 'drop' as const), draft: fc.nat(5) }),
    fc.record({ kind: fc.constant('wait' as const), time: fc.nat(40_000) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const store = createByteStore({ most, lifetime: minute, mostEntries: 4 });
      const drafts = Array.from({ length: 6 }, () => store.open());
      const ids: string[] = [];
      for (const one of steps) {
        if (one.kind === 'wait') {
          vi.advanceTimersByTime(one.time);
          continue;
        }
        const draft = drafts[one.draft];
        if (one.kind === 'add') draft?.add(bytesOf(one.length));
        else {
          const id = one.kind === 'keep' ? draft?.keep() : draft?.drop();
          if (id) {
            ids.push(id);
            expect(store.get(id)).not.toBeNull();
          }
          drafts[one.draft] = store.open();
        }
        const kept = ids.flatMap((each) => store.get(each) ?? []);
        expect(kept.length).toBeLessThanOrEqual(4);
        expect(kept.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(most);
      }
      // Nothing is leaked: once all are gone, there is room for one as large as may be.
      for (const draft of drafts) draft.drop();
      vi.advanceTimersByTime(minute);
      expect(ids.filter((id) => store.get(id) !== null)).toEqual([]);
      const last = store.open();
      last.add(bytesOf(most));
      expect(last.keep()).not.toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('the oldest goes first, and is told to whoever is reading it', () => {
  const store = createByteStore({ most: 100 * kib, lifetime: minute });
  const [one, two, three] = [1, 2, 3].map((fill) => {
    const draft = store.open();
    draft.add(bytesOf(40 * kib, fill));
    const id = draft.keep() ?? '';
    return { id, gone: store.get(id)?.gone };
  });
  expect(store.get(one?.id ?? '')).toBeNull();
  expect(one?.gone?.aborted).toBe(true);
  expect(store.get(two?.id ?? '')).not.toBeNull();
  expect(store.get(three?.id ?? '')).not.toBeNull();
  expect(three?.gone?.aborted).toBe(false);
});

test('what is kept goes when its time is over', () => {
  const store = createByteStore({ most: 100 * kib, lifetime: 10 * minute });
  const draft = store.open();
  draft.add(bytesOf(1));
  const id = draft.keep() ?? '';
  vi.advanceTimersByTime(10 * minute - 1);
  expect(store.get(id)).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(store.get(id)).toBeNull();
});

test('one that is too large is not kept, and one of exactly the most is', () => {
  const store = createByteStore({ most: 1000 * kib, lifetime: minute });
  const large = store.open();
  large.add(bytesOf(1000 * kib));
  large.add(bytesOf(1));
  expect(large.keep()).toBeNull();
  const whole = store.open();
  whole.add(bytesOf(1000 * kib));
  expect(whole.keep()).toMatch(/^[\w-]{24}$/);
  const own = store.open(10);
  own.add(bytesOf(11));
  expect(own.keep()).toBeNull();
});

test('no two ids are alike', () => {
  const store = createByteStore({ most: 100 * kib, lifetime: minute });
  const ids = Array.from({ length: 200 }, () => {
    const draft = store.open();
    draft.add(bytesOf(1));
    return draft.keep();
  });
  expect(new Set(ids).size).toBe(200);
});

test('what is forgotten makes room at once, and whoever reads it learns of it', () => {
  const store = createByteStore({ most: 64 * kib, lifetime: minute });
  const full = store.open();
  full.add(bytesOf(64 * kib));
  const id = full.keep() ?? '';
  const gone = store.get(id)?.gone;
  store.forget(id);
  store.forget(id);
  expect(store.get(id)).toBeNull();
  expect(gone?.aborted).toBe(true);
  const next = store.open();
  next.add(bytesOf(64 * kib));
  expect(store.get(next.keep() ?? '')?.size).toBe(64 * kib);
});
