/**
 * IPv4 addresses that an IPv6 address stands for. Whoever may not connect to 169.254.169.254 may
 * not do so through a translator or a tunnel either, so each of them is judged as well.
 */
import ipaddr from 'ipaddr.js';

type IPv4 = InstanceType<typeof ipaddr.IPv4>;
type IPv6 = InstanceType<typeof ipaddr.IPv6>;

/** RFC 6052, section 2.2: where the four bytes are after a prefix of 48, 56, 64 bits; what must be zero. */
const translated = [
  { at: [6, 7, 9, 10], zero: [8, 11, 12, 13, 14, 15] },
  { at: [7, 9, 10, 11], zero: [8, 12, 13, 14, 15] },
  { at: [9, 10, 11, 12], zero: [8, 13, 14, 15] },
];
const lastFour = [12, 13, 14, 15];

/** None for an address of no such form. */
export function embeddedIpv4(address: IPv6): readonly IPv4[] {
  const bytes = address.toByteArray();
  const take = (at: readonly number[], flip = 0) => new ipaddr.IPv4(at.map((i) => (bytes[i] ?? 0) ^ flip));
  switch (address.range()) {
    case 'ipv4Mapped':
    // ::ffff:0:a.b.c.d, for translators without state (RFC 2765).
    case 'rfc6145':
      return [take(lastFour)];
    case 'rfc6052': {
      // 64:ff9b::/96 (RFC 6052), or 64:ff9b:1::/48, which may be cut at any length (RFC 8215).
      const fitting =
        bytes[5] === 1 ? translated.filter(({ zero }) => zero.every((i) => bytes[i] === 0)) : [];
      return fitting.length > 0 ? fitting.map(({ at }) => take(at)) : [take(lastFour)];
    }
    case '6to4':
      return [take([2, 3, 4, 5])];
    case 'teredo':
      // The server, and the app with all bits turned (RFC 4380).
      return [take([4, 5, 6, 7]), take(lastFour, 0xff)];
    case 'unspecified':
    case 'loopback':
      return [];
    default:
      return isCompatible(bytes) || isIsatap(bytes) ? [take(lastFour)] : [];
  }
}

/** ::a.b.c.d, long given up (RFC 4291, section 2.5.5.1). */
function isCompatible(bytes: readonly number[]): boolean {
  return bytes.slice(0, 12).every((byte) => byte === 0);
}

/** Any prefix, then 0000:5efe or 0200:5efe, then the address (RFC 5214). */
function isIsatap([, , , , , , , , a, b, c, d]: readonly number[]): boolean {
  return (a === 0 || a === 2) && b === 0 && c === 0x5e && d === 0xfe;
}
