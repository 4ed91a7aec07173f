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
])('%s while connecting is %s', (code, expected) => {
  expect(failureOf(withCode(code), 'connect')).toEqual({ code: expected, detail: `text (${code})` });
});

test.each([
  ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'tls-protocol'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls-client-certificate'],
  ['ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL', 'tls-http2-only'],
])('an alert after the handshake is of TLS: %s', (code, expected) => {
  expect(failureOf(withCode(code), 'request').code).toBe(expected);
});

test.each(['EMFILE', 'ENFILE'])('%s is ours, and nothing of the server', (code) => {
  expect(failureOf(withCode(code), 'connect').code).toBe('internal');
});

test('an answer that is not TLS is recognized, by whatever name OpenSSL has for it', () => {
  for (const code of ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']) {
    expect(failureOf(withCode(code), 'tls')).toEqual({
      code: 'tls-protocol',
      detail: expect.stringContaining('plain http'),
    });
  }
});

test('a code that the message names is not said twice', () => {
  expect(failureOf(withCode('EPIPE', 'write EPIPE'), 'request').detail).toBe('write EPIPE');
});

test('what is not an Error at all is reported too', () => {
  expect(failureOf('odd', 'lookup')).toEqual({ code: 'name-lookup-failed', detail: 'odd' });
});
