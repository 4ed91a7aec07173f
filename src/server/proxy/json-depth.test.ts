import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from './json-depth.ts';

const isDeep = (json: string, most: number) => isDeeperThan(Buffer.from(json), most);

/** As the parsed value has it. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('the depth is that of the parsed value, whatever its strings hold', () => {
  const key = fc.constantFrom('a', '[[', '{"', '\\', '\\"[', '💥', '"');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(1, null, true, '[[[[[[[', '{{{"', '\\', '"\\"['),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.nat(6), fc.constantFrom(undefined, 2), (each, most, space) => {
      const json = JSON.stringify(each, null, space);
      expect(isDeep(json, most)).toBe(depthOf(each) > most);
    }),
  );
});

test('an envelope is no deeper than three', () => {
  const envelope = { method: 'POST', url: 'http://a/', headers: [['A', '[[[']], bodyLength: 0, limits: {} };
  expect(isDeep(JSON.stringify(envelope), 3)).toBe(false);
  expect(isDeep(JSON.stringify({ ...envelope, headers: [[['A']]] }), 3)).toBe(true);
});
