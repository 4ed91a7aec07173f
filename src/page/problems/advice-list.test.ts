import { expect, it } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { listAdvice } from './advice-list.ts';

it('gives each piece its ground and its place, and says whether it was measured', () => {
  const built = buildFor({ method: 'PUT', data: 'f=%media_content%' });
  const advice = listAdvice(built);
  expect(advice.every(({ ground }) => ground !== '')).toBe(true);
  expect(advice.find(({ id }) => id === 'put-not-parsed')).toMatchObject({
    isMeasured: true,
    place: { start: { line: expect.any(Number) } },
  });
});

it('has nothing to say where there is no request', () => {
  expect(listAdvice(buildFor({ xml: '<account>' }))).toEqual([]);
});
