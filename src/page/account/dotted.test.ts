import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretRanges } from '../monaco/secret-values.ts';
import { dotted, dottedIn } from './dotted.ts';

test('every character is a dot, and lines stay lines', () => {
  expect(dotted('a😀\n é')).toBe('••\n••');
});

test('nothing of a password is left, and nothing else is touched', () => {
  const password = fc.string({ minLength: 1, unit: fc.constantFrom('a', '.', 'é', '😀', '\n') });
  fc.assert(
    fc.property(fc.array(password, { maxLength: 5 }), (passwords) => {
      const around = (inside: (value: string) => string) =>
        passwords
          .map((value) => `<username>bob</username><password>x${inside(value)}x</password>`)
          .join('\n');
      const text = around((value) => value);
      const whole = around(dotted).replaceAll('>x', '>•').replaceAll('x<', '•<');
      expect(dottedIn(text, secretRanges(text))).toBe(whole);
    }),
  );
});
