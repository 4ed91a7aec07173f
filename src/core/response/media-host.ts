/** Hosts of a media_url that no recipient elsewhere can reach (RES-7). */
import ipaddr from 'ipaddr.js';
import { embeddedIpv4 } from '../source/embedded-ipv4.ts';

/** The library's names of ranges, in words. */
const ranges: Readonly<Record<string, string>> = {
  unspecified: "is the server's own machine",
  loopback: "is the server's own machine",
  private: 'is an address of a private network',
  uniqueLocal: 'is an address of a private network',
  deprecatedSiteLocal: 'is an address of a private network',
  carrierGradeNat: 'is an address of a network that a carrier shares among customers',
  linkLocal: 'is a link-local address',
};

/** Never public: RFC 6761, RFC 6762 with its appendix G, RFC 8375, and ICANN's reserved `internal`. */
const localDomains: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/(?:^|\.)localhost$/, "is the server's own machine"],
  [/\.local$/, 'is a name of a link-local network'],
  [/(?:\.home\.arpa|\.(?:internal|intranet|private|corp|home|lan))$/, 'is a name of a private network'],
];

/** What keeps a recipient from it; null for any other host. `host` is as the WHATWG URL parser writes it. */
export function unreachableHost(host: string): string | null {
  const address = host.startsWith('[') ? host.slice(1, -1) : host;
  if (ipaddr.isValid(address)) {
    const ip = ipaddr.process(address);
    // An IPv4 address in IPv6 clothing counts as what it stands for.
    const inner = 'isIPv4MappedAddress' in ip ? embeddedIpv4(ip) : [];
    return [ip, ...inner].map((each) => ranges[each.range()]).find((what) => what !== undefined) ?? null;
  }
  const name = host.replace(/\.$/, '');
  const local = localDomains.find(([pattern]) => pattern.test(name));
  if (local) return local[1];
  return name.includes('.') ? null : 'is a name without a dot, known in one network only';
}
