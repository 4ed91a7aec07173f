/** For tests only: any session that a link or a file can hold. */
import fc from 'fast-check';
import { assumptionRegistry } from '../core/assumptions.ts';
import type { SharedSession } from '../links/shared-session.ts';

export const plainSession: SharedSession = {
  xml: '<account>\n  <username>joe</username>\n</account>\n',
  parameters: {},
  assumptions: {},
  account: 1,
  locale: '',
  media: { example: null, name: null, type: null },
};

const name = fc.stringMatching(/^(?:[A-Za-z_][A-Za-z0-9_]{0,9}|account\[[a-z]{1,9}\])$/);
const word = fc.option(fc.stringMatching(/^[a-z-]{1,12}$/), { nil: null });
const assumptions = fc
  .tuple(...assumptionRegistry.map(({ options }) => fc.constantFrom(...options.map(({ id }) => id))))
  .map((chosen) =>
    Object.fromEntries(
      assumptionRegistry.flatMap(({ id, options }, index) => {
        const option = chosen[index];
        return option === undefined || option === options[0]?.id ? [] : [[id, option]];
      }),
    ),
  );

export const anySession: fc.Arbitrary<SharedSession> = fc.record({
  xml: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('<account>', '\r\n', '&amp;', '%to%', 'ž', '\uFEFF', '\u0000', 'x'),
      maxLength: 60,
    }),
  ),
  parameters: fc.dictionary(name, fc.string({ unit: 'grapheme' }), { maxKeys: 5, noNullPrototype: true }),
  assumptions,
  account: fc.integer({ min: 1, max: 20 }),
  locale: word.map((one) => one ?? ''),
  media: fc.record({ example: word, name: word, type: word }),
});
