/**
 * Which addresses uploads may go to. Local policy: this machine and private networks are what the
 * playground is for; services that hand out a cloud machine's credentials to whoever asks from
 * inside are not. The spelling of an address (IPv4 in IPv6 and the like) is the library's business.
 */
import ipaddr from 'ipaddr.js';

/** Null where the address may be connected to, else the reason, for people. */
export type AddressPolicy = (address: string) => string | null;

/** Metadata services of the clouds outside the link-local ranges. */
const metadata = [
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
];

export const localPolicy: AddressPolicy = (address) => {
  if (!ipaddr.isValid(address)) return `${address} is no IP address.`;
  // An IPv4 address in IPv6 clothing (::ffff:169.254.169.254) is judged as what it is.
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  const text = parsed.toString();
  if (metadata.some((known) => ipaddr.process(known).toString() === text)) {
    return `${text} is a cloud's metadata service.`;
  }
  switch (parsed.range()) {
    case 'linkLocal':
      return `${text} is link-local, where clouds keep their metadata services.`;
    case 'multicast':
      return `${text} is a multicast address.`;
    case 'broadcast':
      return `${text} is a broadcast address.`;
    case 'unspecified':
      return `${text} is no address to connect to.`;
    default:
      return null;
  }
};
