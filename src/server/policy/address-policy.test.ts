import { expect, test } from 'vitest';
import { createHostedPolicy, localPolicy, type Network, parseNetwork } from './address-policy.ts';

const networks = (...texts: string[]): Network[] =>
  texts.map((text) => {
    const network = parseNetwork(text);
    if (network === null) throw new Error(text);
    return network;
  });
const hostedPolicy = createHostedPolicy();

const publicAddresses = [
  '93.184.216.34',
  '1.1.1.1',
  '2606:4700::1111',
  '2a00:1450:4001::200e',
  '::ffff:1.1.1.1',
];
const privateAddresses = [
  '127.0.0.1',
  '127.8.9.1',
  '::1',
  '10.1.2.3',
  '192.168.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '100.64.0.1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '64:ff9b::10.0.0.1',
];
/** What no policy lets through, in every form that stands for it. */
const neverAddresses = [
  '169.254.169.254',
  '169.254.170.2',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::169.254.169.254',
  '::ffff:0:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  '64:ff9b:1:a9fe:a9:fe00::',
  '2002:a9fe:a9fe::1',
  '2001:0:5db8:d822::5601:5601',
  '2606::5efe:a9fe:a9fe',
  '64:ff9b::168.63.129.16',
  '2002:6464:64c8::',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  'fd00:42::42',
  'fd00:c1::a9fe:a9fe',
  'FE80::A9FE:A9FE',
  'fe80::1%eth0',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '224.0.0.1',
  '239.255.255.255',
  'ff02::1',
  'ff0e::1',
  '64:ff9b::224.0.0.1',
  '0.0.0.0',
  '0.1.2.3',
  '::',
  '255.255.255.255',
  'nonsense',
  '',
];

test.each([...publicAddresses, ...privateAddresses])('from one’s own machine %s is allowed', (address) => {
  expect(localPolicy(address)).toBeNull();
});

test.each(publicAddresses)('hosted, %s is allowed', (address) => {
  expect(hostedPolicy(address)).toBeNull();
});

test.each(neverAddresses)('%j is refused by every policy', (address) => {
  expect(localPolicy(address)).toEqual(expect.any(String));
  const open = createHostedPolicy(networks('0.0.0.0/0', '::/0'));
  expect(open(address)).toBe(localPolicy(address));
});

test.each([
  ...privateAddresses,
  ['192.0.2.1', 'documentation'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['198.18.0.1', 'benchmarks'],
  ['2001:2::1', 'benchmarks'],
  ['192.0.0.8', 'reserved'],
  ['192.88.99.1', 'the 6to4 relay'],
  ['240.0.0.1', 'reserved'],
  ['192.175.48.1', 'AS112'],
  ['192.52.193.1', 'AMT'],
  ['2001:20::1', 'ORCHIDv2'],
  ['100::1', 'discard'],
  ['5f00::1', 'segment routing'],
  ['fec0::1', 'site-local'],
  ['4000::1', 'given out to nobody'],
  ['2002:101:101::1', '6to4, though of a public address'],
  ['2001:0:101:101::fefe:fefe', 'Teredo'],
  ['64:ff9b:1::1.1.1.1', 'a translator of one’s own network'],
  ['2606::5efe:10.0.0.1', 'ISATAP of a private address'],
])('hosted, %s is refused (%s)', (address) => {
  expect(hostedPolicy(String(address))).toEqual(expect.any(String));
});

test('hosted, a public IPv4 address may be reached through NAT64', () => {
  expect(hostedPolicy('64:ff9b::1.1.1.1')).toBeNull();
});

test('the reason names the address, what it stands for and why', () => {
  expect(localPolicy('2002:a9fe:a9fe::1')).toBe(
    '2002:a9fe:a9fe::1 stands for 169.254.169.254. 169.254.169.254 is link-local, where clouds keep their metadata services.',
  );
  expect(hostedPolicy('100.64.0.1')).toBe(
    '100.64.0.1 is not a public address (carrier grade nat); this playground sends only to public ones.',
  );
});

test('networks can be opened and closed, in whatever form their addresses come', () => {
  const policy = createHostedPolicy(networks('10.1.0.0/16', 'fd12::/16'), networks('1.1.1.0/24', '10.1.9.9'));
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd12::1', '64:ff9b::10.1.2.3', '8.8.8.8']) {
    expect(policy(address)).toBeNull();
  }
  for (const address of ['10.2.0.1', 'fd13::1', '1.1.1.1', '64:ff9b::1.1.1.1', '10.1.9.9']) {
    expect(policy(address)).toEqual(expect.any(String));
  }
});

test.each([
  '10.0.0.0/33',
  '10.0.0/8',
  'example.com',
  '10.0.0.256',
  '',
  '/8',
  '127.1',
])('%j is no network', (text) => {
  expect(parseNetwork(text)).toBeNull();
});
