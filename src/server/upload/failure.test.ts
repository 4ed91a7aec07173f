import { expect, test } from 'vitest';
import { failureOf } from './failure.ts';

const withCode = (code: string, message = 'text') => Object.assign(new Error(message), { code });

// Of the network at large: no test on loopback can bring these about.
test.each([
  ['EHOSTUNREACH', 'no-route'],
  ['ENETUNREACH', 'no-route'],
  ['ETIMEDOUT', 'connect-timeout'],
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'reset-before-reply'],
  ['unheard-of', 'no-route'],
])('%s while connecting is %s', (code, told) => {
  expect(failureOf(withCode(code), 'connect')).toEqual({ code: told, detail: `text (${code})` });
});

test('an alert behind the handshake is of TLS', () => {
  const alert = withCode('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');
  expect(failureOf(alert, 'request').code).toBe('tls-protocol');
});

test('a code that the message names is not said twice', () => {
  expect(failureOf(withCode('EPIPE', 'write EPIPE'), 'request').detail).toBe('write EPIPE');
});

test('what is no Error at all is told too', () => {
  expect(failureOf('odd', 'lookup')).toEqual({ code: 'name-lookup-failed', detail: 'odd' });
});
