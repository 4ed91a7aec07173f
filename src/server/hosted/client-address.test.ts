import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientOf } from './client-address.ts';

function client(trusted: number, remoteAddress: string, ...forwarded: readonly string[]): string {
  const rawHeaders = forwarded.flatMap((value) => ['X-Forwarded-For', value]);
  return clientOf({ rawHeaders, socket: { remoteAddress } } as unknown as IncomingMessage, trusted);
}

test('without a trusted proxy nothing that a caller says of itself counts', () => {
  expect(client(0, '192.0.2.1', '10.0.0.1')).toBe('192.0.2.1');
});

test('with one proxy it is the address that the proxy appended', () => {
  expect(client(1, '127.0.0.1', '203.0.113.9')).toBe('203.0.113.9');
  expect(client(1, '127.0.0.1', '10.0.0.1, 203.0.113.9')).toBe('203.0.113.9');
  expect(client(1, '127.0.0.1', '10.0.0.1', '203.0.113.9')).toBe('203.0.113.9');
});

test('with two proxies it is what the outer one appended', () => {
  expect(client(2, '127.0.0.1', '10.0.0.1, 203.0.113.9, 198.51.100.2')).toBe('203.0.113.9');
});

test.each([
  [[]],
  [['']],
  [['unknown']],
  [['_hidden']],
  [['203.0.113.9, ']],
])('where proxies said nothing that counts (%j) it is the connection’s own', (forwarded) => {
  expect(client(1, '127.0.0.1', ...forwarded)).toBe('127.0.0.1');
});

test('one address in several spellings is one client', () => {
  for (const spelling of [
    '203.0.113.9',
    '::ffff:203.0.113.9',
    ' 203.0.113.9:4711',
    '[::ffff:cb00:7109]:80',
  ]) {
    expect(client(1, '127.0.0.1', spelling)).toBe('203.0.113.9');
  }
});

test('addresses of one IPv6 network of 64 bits are one client, others are not', () => {
  const one = client(0, '2001:db8:1:2::1');
  expect(client(0, '2001:db8:1:2:ffff::9')).toBe(one);
  expect(client(0, '2001:db8:1:3::1')).not.toBe(one);
});
