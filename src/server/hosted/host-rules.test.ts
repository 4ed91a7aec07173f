import { expect, test } from 'vitest';
import type { Envelope } from '../../upload/protocol.ts';
import { isFailure, targetOf } from '../upload/target.ts';
import { createHostPolicy, type HostRules, isHostPattern } from './host-rules.ts';

/** The reason for a URL as it comes in an envelope. */
function reason(url: string, rules: Partial<HostRules>): string | null {
  const envelope: Envelope = { method: 'POST', url, headers: [], bodyLength: 0 };
  const target = targetOf(envelope);
  if (isFailure(target)) throw new Error(target.detail);
  return createHostPolicy({ allow: [], deny: [], ports: [], ...rules })(target);
}

test.each([
  'https://example.com/',
  'http://example.com:8080/',
  'https://[2606:4700::1111]/',
])('without rules %s is allowed', (url) => {
  expect(reason(url, {})).toBeNull();
});

test.each([
  'http://bad.example/',
  'http://BAD.example/',
  'http://bad.example./',
  'http://b%61d.example/',
  'http://ｂａｄ.example/',
  'http://a.evil.example/',
  'http://a.b.evil.example./',
  'http://203.0.113.7/',
  'http://0xcb007107/',
  'http://3405803783/',
  'http://0313.0.0161.07/',
  'http://[2001:db8:0:0::1]/',
  'http://xn--mnchen-3ya.example/',
])('%s is denied, however it is spelled', (url) => {
  const deny = ['bad.example', '*.evil.example', '203.0.113.7', '2001:db8::1', 'München.example'];
  expect(reason(url, { deny })).toMatch(/does not send to/);
});

test.each([
  'http://evil.example/',
  'http://notevil.example/',
  'http://bad.example.org/',
])('%s is not what was denied', (url) => {
  expect(reason(url, { deny: ['*.evil.example', 'bad.example'] })).toBeNull();
});

test('with a list of allowed hosts, all others are refused, and a denied one too', () => {
  const rules = { allow: ['*.example.com', 'media.test'], deny: ['bad.example.com'] };
  expect(reason('https://up.example.com/', rules)).toBeNull();
  expect(reason('https://media.test/', rules)).toBeNull();
  expect(reason('https://example.com/', rules)).toMatch(/only to hosts that its operator allows/);
  expect(reason('https://93.184.216.34/', rules)).toMatch(/only to hosts/);
  expect(reason('https://bad.example.com/', rules)).toMatch(/does not send to/);
});

test.each([22, 25, 587, 993])('port %i is no place for uploads', (port) => {
  expect(reason(`http://example.com:${port}/`, {})).toBe(`This playground does not send to port ${port}.`);
});

test('a list of ports is all that is allowed', () => {
  expect(reason('https://example.com/', { ports: [443] })).toBeNull();
  expect(reason('http://example.com/', { ports: [443] })).toMatch(/port 80/);
  expect(reason('https://example.com:8443/', { ports: [443] })).toMatch(/port 8443/);
});

test.each([
  '',
  '*',
  '*.',
  'a b',
  'http://a',
  'a/b',
  'a:80',
  '*.1.2.3.4',
  'a.*.b',
  'u@h',
])('%j is no host pattern', (pattern) => {
  expect(isHostPattern(pattern)).toBe(false);
});

test.each([
  'a',
  'a.example',
  '*.a.example',
  '1.2.3.4',
  '::1',
  'München.example',
])('%j is a host pattern', (pattern) => {
  expect(isHostPattern(pattern)).toBe(true);
});
