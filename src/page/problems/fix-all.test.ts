import { expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { fixesOfKinds } from './fix-all.ts';

it('fixes several of a kind in one step, and offers nothing for a single one', () => {
  const { diagnostics } = buildFor({
    url: 'http://e.example/?a=%sms_to%',
    data: 'a=%sms_to%&f=%media_content%',
  });
  const allLike = fixesOfKinds(diagnostics);
  const counts = diagnostics.map((one) => [one.rule, allLike(one)?.count ?? null]);
  expect(counts.filter(([rule]) => rule === 'TPL-7')).toEqual([
    ['TPL-7', 2],
    ['TPL-7', 2],
  ]);
  expect(counts.filter(([rule, count]) => rule !== 'TPL-7' && count !== null)).toEqual([]);
});
