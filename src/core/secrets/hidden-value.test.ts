import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSecrets, holdsSecret } from './hidden-value.ts';

const hidden = (name: string, value: string) => hideSecrets(name, value, (blank) => `{${blank}}`);

test.each([
  ['', '/up?token=abc&to=1', '/up?token={TOKEN}&to=1'],
  ['Authorization', 'Bearer abc', 'Bearer {AUTHORIZATION}'],
  ['X-Custom', 'Bearer abc', 'Bearer {CUSTOM}'],
  ['Cookie', 'a=1; b=2', 'a={A}; b={B}'],
  ['Set-Cookie', 'sid=abc; Path=/up; Max-Age=3; HttpOnly', 'sid={SID}; Path=/up; Max-Age=3; HttpOnly'],
  ['set-cookie', 'path=abc; Secure', 'path={PATH}; Secure'],
  ['Set-Cookie', 'sid=abc; secret=def', 'sid={SID}; secret={SECRET}'],
  ['Content-Type', 'multipart/form-data; boundary=QmFzZTY0IGFzIHJhbmRvbQ', null],
  ['password', 'hunter2', '{PASSWORD}'],
  ['password', '', null],
  ['password', '{PASSWORD}', null],
  ['description', 'Hello, 100 %', null],
  ['to', '+420777123456', null],
])('%s: %s is shown as %s', (name, value, expected) => {
  expect(hidden(name, value)).toBe(expected ?? value);
  expect(holdsSecret(name, value)).toBe(expected !== null);
});

test('hidden once, nothing is left to hide; what is not secret stays to the character', () => {
  const pair = fc.tuple(
    fc.constantFrom('token', 'to', 'sid', 'path', 'x'),
    fc.stringMatching(/^[a-z0-9]{1,8}$/),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('', 'Cookie', 'Set-Cookie', 'X-Auth', 'field'),
      fc.array(pair, { maxLength: 4 }),
      fc.constantFrom('; ', '&'),
      (name, pairs, separator) => {
        const once = hidden(name, pairs.map(([key, value]) => `${key}=${value}`).join(separator));
        expect(hidden(name, once)).toBe(once);
      },
    ),
  );
});
