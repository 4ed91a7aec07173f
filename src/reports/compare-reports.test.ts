import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyReport } from '../test/generated-reports.ts';
import { reportForTest, resultForTest } from '../test/report-for-test.ts';
import { compareReports } from './compare-reports.ts';

const report = (results: Parameters<typeof resultForTest>[], url = 'https://a.example/') =>
  reportForTest({ url, results: results.map((one) => resultForTest(...one)) });
const names = (changes: readonly { readonly name: string }[]) => changes.map(({ name }) => name);

test('tells what became better and worse, what is new, and what was not asked again', () => {
  const earlier = report([
    ['fixed', 'failed'],
    ['broken', 'passed'],
    ['fading', 'passed'],
    ['same', 'failed'],
    ['unasked', 'passed'],
    ['never', 'skipped'],
    ['removed', 'warning'],
  ]);
  const later = report([
    ['fixed', 'passed'],
    ['broken', 'failed'],
    ['fading', 'warning'],
    ['same', 'failed'],
    ['unasked', 'not-run'],
    ['never', 'skipped'],
    ['first', 'passed'],
  ]);
  const { better, worse, added, gone, same, isSameTarget } = compareReports(earlier, later);
  expect({ better: names(better), worse: names(worse), added: names(added), gone: names(gone) }).toEqual({
    better: ['fixed'],
    worse: ['broken', 'fading'],
    added: ['first'],
    gone: ['unasked', 'removed'],
  });
  expect({ same, isSameTarget }).toEqual({ same: 1, isSameTarget: true });
});

test('says where another address was checked', () => {
  expect(compareReports(report([]), report([], 'https://b.example/'))).toMatchObject({ isSameTarget: false });
});

test('the other way round is the opposite, and with itself is all the same', () => {
  fc.assert(
    fc.property(anyReport, anyReport, (one, other) => {
      const there = compareReports(one, other);
      const back = compareReports(other, one);
      expect(names(back.better).toSorted()).toEqual(names(there.worse).toSorted());
      expect(names(back.added).toSorted()).toEqual(names(there.gone).toSorted());
      expect(compareReports(one, one)).toMatchObject({ better: [], worse: [], added: [], gone: [] });
    }),
  );
});
