import { expect, test } from 'vitest';
import { localPolicy } from './address-policy.ts';

test.each([
  '127.0.0.1',
  '::1',
  '10.1.2.3',
  '192.168.0.1',
  '172.16.0.1',
  '100.64.0.1',
  '93.184.216.34',
  'fd00::1',
  '2606:4700::1111',
])('%s may be connected to from this machine', (address) => {
  expect(localPolicy(address)).toBeNull();
});

test.each([
  '169.254.169.254',
  '169.254.170.2',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  'fd00:ec2::254',
  'fd20:ce::254',
  'fe80::1%eth0',
  '100.100.100.200',
  '224.0.0.1',
  'ff02::1',
  '0.0.0.0',
  '::',
  '255.255.255.255',
  'nonsense',
])('%s may not', (address) => {
  expect(localPolicy(address)).toEqual(expect.any(String));
});
