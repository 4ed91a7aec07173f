/** Whose request it is, for rates: the caller's address, or what trusted proxies in front say it is. */
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import { headerValues } from '../guard/site.ts';

/**
 * A key for counting. `trustedProxies`: how many proxies in front each append the address they saw
 * to `X-Forwarded-For`; what stands before theirs was written by the caller and is not believed.
 */
export function clientOf(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = headerValues(request, 'x-forwarded-for').join(',').split(',');
  const named = trustedProxies > 0 ? parse(forwarded.at(-trustedProxies) ?? '') : null;
  const address = named ?? parse(request.socket.remoteAddress ?? '');
  return address === null ? 'unknown' : keyOf(address);
}

type Ip = ReturnType<typeof ipaddr.process>;

/** Some balancers write the port as well. */
function parse(text: string): Ip | null {
  const [, address = text] = /^\[(.*)\](?::\d+)?$|^$/.exec(text.trim()) ?? [];
  const plain = address
    .trim()
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  return ipaddr.isValid(plain) ? ipaddr.process(plain) : null;
}

/** One subscriber of IPv6 has a network of 2^64 addresses: they count as one. */
function keyOf(ip: Ip): string {
  return ip.kind() === 'ipv4' ? ip.toString() : `${ip.toByteArray().slice(0, 8).join('.')}/64`;
}
