import { expect, test } from 'vitest';
import { buildFor } from '../../test/build-for-test.ts';
import { findingsOf } from './findings.ts';

test('no advice is given on the sample photo that is used in place of a file', () => {
  const built = buildFor({ method: 'PUT', media: { name: 'a"b.jpg', size: 3 * 1024 * 1024 } });
  const rules = (isSample: boolean) =>
    findingsOf(built, { advice: true, isSample }).filter(({ severity }) => severity === 'advice').length;
  expect(rules(false) - rules(true)).toBe(2);
  expect(findingsOf(built, { advice: false })).toEqual(built.diagnostics);
});
