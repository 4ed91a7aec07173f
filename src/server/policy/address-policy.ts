/**
 * Which addresses uploads may go to. On one's own machine: it and private networks are what the
 * playground is for; services that hand out a cloud machine's credentials to whoever asks from
 * inside are not. Hosted: public addresses only. What an address is (range, spelling) is the
 * library's business; what it stands for is looked at as well.
 */
import ipaddr from 'ipaddr.js';
import { embeddedIpv4 } from '../../core/source/embedded-ipv4.ts';

/** Null where the address may be connected to, else the reason, for people. */
export type AddressPolicy = (address: string) => string | null;

type Ip = ReturnType<typeof ipaddr.process>;
/** An address and the length of its prefix. */
export type Network = readonly [address: Ip, bits: number];

/** Metadata services of the clouds outside the link-local ranges. */
const metadata = [
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  'fd00:42::42',
  'fd00:c1::a9fe:a9fe',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
].map((known) => ipaddr.process(known).toString());

/** For one user on their own machine. */
export const localPolicy: AddressPolicy = (address) => judge(address, neverReason);

/**
 * For a server that strangers use. `allow` opens networks that are not public, such as a company's
 * own, but never those that `localPolicy` refuses; `deny` closes public ones.
 */
export function createHostedPolicy(
  allow: readonly Network[] = [],
  deny: readonly Network[] = [],
): AddressPolicy {
  const reason = (ip: Ip) => {
    const never = neverReason(ip);
    if (never !== null) return never;
    if (deny.some((network) => contains(network, ip))) return `${ip} is in a network that is denied here.`;
    return allow.some((network) => contains(network, ip)) ? null : notPublicReason(ip);
  };
  return (address) => judge(address, reason);
}

/** `10.0.0.0/8` or `fd12::/16`; a single address without a length. Null where it is neither. */
export function parseNetwork(text: string): Network | null {
  // All four parts must be there: short forms mean different things to different programs.
  if (ipaddr.IPv6.isValidCIDR(text) || ipaddr.IPv4.isValidCIDRFourPartDecimal(text))
    return ipaddr.parseCIDR(text);
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return null;
  const ip = ipaddr.process(text);
  return [ip, ip.toByteArray().length * 8];
}

/** The address itself, and every IPv4 address that it stands for. */
function judge(address: string, reasonOf: (ip: Ip) => string | null): string | null {
  const plain = address.replace(/%.*$/, '');
  if (!ipaddr.isValid(plain)) return `${address} is not an IP address.`;
  // ::ffff:169.254.169.254 is an IPv4 address written as IPv6.
  const ip = ipaddr.process(plain);
  const own = reasonOf(ip);
  if (own !== null || !('isIPv4MappedAddress' in ip)) return own;
  for (const inner of embeddedIpv4(ip)) {
    const reason = reasonOf(inner);
    if (reason !== null) return `${ip} stands for ${inner}. ${reason}`;
  }
  return null;
}

function neverReason(ip: Ip): string | null {
  if (metadata.includes(ip.toString())) return `${ip} is a cloud's metadata service.`;
  switch (ip.range()) {
    case 'linkLocal':
      return `${ip} is link-local, where clouds keep their metadata services.`;
    case 'multicast':
      return `${ip} is a multicast address.`;
    case 'broadcast':
      return `${ip} is a broadcast address.`;
    case 'unspecified':
      return `${ip} can't be connected to.`;
    default:
      return null;
  }
}

/** IANA gives out global addresses from this part of IPv6 only. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Where IPv4 is reached from an IPv6 network: as public as the address that it stands for. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

function notPublicReason(ip: Ip): string | null {
  if (contains(nat64, ip)) return null;
  const range = ip.range();
  const isGlobal = range === 'unicast' && (ip.kind() === 'ipv4' || contains(globalUnicast, ip));
  if (isGlobal) return null;
  // The library's names, such as carrierGradeNat.
  const words = range === 'unicast' ? 'not given out' : range.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  return `${ip} is not a public address (${words}); this playground sends only to public ones.`;
}

function contains([network, bits]: Network, ip: Ip): boolean {
  return network.kind() === ip.kind() && ip.match(network, bits);
}
