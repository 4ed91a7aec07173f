import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { embeddedIpv4 } from './embedded-ipv4.ts';

const found = (address: string) => embeddedIpv4(ipaddr.IPv6.parse(address)).map(String);

test.each([
  ['::ffff:10.1.2.3', ['10.1.2.3']],
  ['::10.1.2.3', ['10.1.2.3']],
  ['::ffff:0:10.1.2.3', ['10.1.2.3']],
  ['64:ff9b::10.1.2.3', ['10.1.2.3']],
  ['64:ff9b:1::10.1.2.3', ['10.1.2.3']],
  ['2002:0a01:0203::1', ['10.1.2.3']],
  ['2001:0:c000:0201::f5fe:fdfc', ['192.0.2.1', '10.1.2.3']],
  ['2001:db8::5efe:10.1.2.3', ['10.1.2.3']],
  ['2001:db8::200:5efe:10.1.2.3', ['10.1.2.3']],
])('%s stands for %j', (address, expected) => {
  expect(found(address)).toEqual(expected);
});

test.each([
  '64:ff9b:1:0a01:0002:0300::',
  '64:ff9b:1:000a:0001:0203::',
  '64:ff9b:1:0000:000a:0102:0300::',
])('%s may be cut where its network likes: whatever fits is taken', (address) => {
  expect(found(address)).toContain('10.1.2.3');
});

test.each(['::', '::1', '2606:4700::1111', 'fd00::1', 'fe80::1'])('%s stands for itself', (address) => {
  expect(found(address)).toEqual([]);
});

test('any IPv4 address is found again in every form', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, fc.integer({ min: 2, max: 255 }), (a, b, c, d) => {
      const text = [a, b, c, d].join('.');
      const hex = (...bytes: number[]) => Buffer.from(bytes).toString('hex');
      const flipped = [a, b, c, d].map((each) => each ^ 0xff).join('.');
      for (const address of [
        `::ffff:${text}`,
        `::${text}`,
        `64:ff9b::${text}`,
        `64:ff9b:1:${hex(a, b)}:${hex(0, c)}:${hex(d, 0)}::`,
        `2002:${hex(a, b)}:${hex(c, d)}::`,
        `2001:0:1:1::${flipped}`,
        `2606::5efe:${text}`,
      ]) {
        expect(found(address)).toContain(text);
      }
    }),
    { numRuns: 200 },
  );
});
