import { expect, test } from 'vitest';
import { dnsServer } from '../../test/dns-server.ts';
import { createDnsLookup } from './lookup.ts';

test('all addresses of a name are found, of both families', async () => {
  const lookup = createDnsLookup([await dnsServer(() => ['192.0.2.1', '192.0.2.2', '2001:db8::1'])]);
  expect(await lookup('media.example')).toEqual(['192.0.2.1', '192.0.2.2', '2001:db8::1']);
});

test.each([['192.0.2.1'], ['2001:db8::1']])('a name with %s alone is found', async (address) => {
  const lookup = createDnsLookup([await dnsServer(() => [address])]);
  expect(await lookup('media.example')).toEqual([address]);
});

test.each([
  ['is not there', 'NXDOMAIN', 'ENOTFOUND'],
  ['has no address', [], 'ENOTFOUND'],
  ['is of a server that fails', 'SERVFAIL', 'EAI_AGAIN'],
] as const)('a name that %s is reported as that', async (_, answer, code) => {
  const lookup = createDnsLookup([await dnsServer(() => answer)]);
  await expect(lookup('media.example')).rejects.toMatchObject({ code });
});

test('one family that fails does not hide the other', async () => {
  const server = await dnsServer((_, family) => (family === 'ipv4' ? ['192.0.2.1'] : 'SERVFAIL'));
  expect(await createDnsLookup([server])('media.example')).toEqual(['192.0.2.1']);
});

test('names of this machine’s own files are not known', async () => {
  const lookup = createDnsLookup([await dnsServer(() => 'NXDOMAIN')]);
  await expect(lookup('ip6-loopback')).rejects.toMatchObject({ code: 'ENOTFOUND' });
});
