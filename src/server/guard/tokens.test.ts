import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTokens, signedTokens } from './tokens.ts';

const secret = 'a secret of at least thirty-two characters';
const other = 'another secret of at least thirty-two characters';
const minute = 60_000;

test('a token of this process is accepted by it and by no other', () => {
  const [one, two] = [localTokens(), localTokens()];
  expect(one.accepts(one.issue())).toBe(true);
  expect(two.accepts(one.issue())).toBe(false);
});

test('a signed token is accepted by every process with the secret', () => {
  const token = signedTokens([secret], minute).issue();
  expect(signedTokens([secret], minute).accepts(token)).toBe(true);
  expect(signedTokens([other], minute).accepts(token)).toBe(false);
});

test('no two signed tokens are alike', () => {
  const { issue } = signedTokens([secret], minute);
  expect(issue()).not.toBe(issue());
});

test('while secrets change, tokens of the old and of the new one are accepted', () => {
  const during = signedTokens([other, secret], minute);
  expect(during.accepts(signedTokens([secret], minute).issue())).toBe(true);
  expect(signedTokens([other], minute).accepts(during.issue())).toBe(true);
  expect(signedTokens([secret], minute).accepts(during.issue())).toBe(false);
});

test('a signed token ends with its time', () => {
  let time = 1_800_000_000_000;
  const tokens = signedTokens([secret], minute, () => time);
  const token = tokens.issue();
  time += minute - 1;
  expect(tokens.accepts(token)).toBe(true);
  time += 1;
  expect(tokens.accepts(token)).toBe(false);
});

test('a token of a machine whose clock is a little ahead is accepted', () => {
  const token = signedTokens([secret], minute, () => Date.now() + minute).issue();
  expect(signedTokens([secret], minute).accepts(token)).toBe(true);
});

test('a token from a far future, of a clock gone wrong, is not accepted', () => {
  const token = signedTokens([secret], minute, () => Date.now() + 10 * minute).issue();
  expect(signedTokens([secret], minute).accepts(token)).toBe(false);
});

test('no character of a signed token can be changed, dropped or added', () => {
  const tokens = signedTokens([secret], minute);
  const token = tokens.issue();
  fc.assert(
    fc.property(
      fc.nat(token.length),
      fc.constantFrom('', 'A', 'b', '0', '.', '-', ' ', 'é'),
      (at, change) => {
        for (const forged of [
          token.slice(0, at) + change + token.slice(at + 1),
          token.slice(0, at) + change + token.slice(at),
        ]) {
          // The last character holds two bits that no byte of the signature uses; it too must be as it was.
          expect(tokens.accepts(forged)).toBe(forged === token);
        }
      },
    ),
  );
  expect(tokens.accepts('')).toBe(false);
});
