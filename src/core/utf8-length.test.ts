import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Length } from './utf8-length.ts';

it('counts what an encoder makes of any text', () => {
  const unit = fc.constantFrom('a', '\u0080', '\u07ff', '\u0800', '\uffff', '\ud83c', '\udf05', '🌅');
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = units.join('');
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
