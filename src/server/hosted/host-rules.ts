/** Which hosts and ports uploads may go to, by the URL alone, before any lookup. */
import { isIP } from 'node:net';
import type { Target } from '../upload/target.ts';

export interface HostRules {
  /** Where not empty, only these. */
  readonly allow: readonly string[];
  /** Never these, whatever `allow` says. */
  readonly deny: readonly string[];
  /** Where not empty, only these; else the web's own and those that need no privilege. */
  readonly ports: readonly number[];
}

/** Null where uploads may go there, else the reason, for people. */
export function createHostPolicy({ allow, deny, ports }: HostRules): (target: Target) => string | null {
  const [allowed, denied] = [allow.map(normalHost), deny.map(normalHost)];
  return ({ hostname, port }) => {
    const host = normalHost(hostname);
    if (denied.some((pattern) => matches(pattern, host))) return `This playground does not send to ${host}.`;
    if (allowed.length > 0 && !allowed.some((pattern) => matches(pattern, host))) {
      return `This playground sends only to hosts that its operator allows, and ${host} isn't one of them.`;
    }
    const isPortAllowed =
      ports.length > 0 ? ports.includes(port) : port === 80 || port === 443 || port >= 1024;
    return isPortAllowed ? null : `This playground does not send to port ${port}.`;
  };
}

/** An exact host, an IP address without brackets, or `*.` and a host: all names below it, not itself. */
export function isHostPattern(pattern: string): boolean {
  const host = pattern.replace(/^\*\./, '');
  const isAddress = isIP(host) !== 0;
  return parsedHost(host) !== null && !(isAddress && host !== pattern);
}

/** As the URL parser writes it (case, punycode, short IPv6), and without the root's dot. */
export function normalHost(pattern: string): string {
  const star = pattern.startsWith('*.') ? '*.' : '';
  const host = pattern.slice(star.length);
  return star + (parsedHost(host) ?? host).replace(/^\[|\]$|\.$/g, '');
}

function parsedHost(host: string): string | null {
  const isIpv6 = isIP(host) === 6;
  if (/[/?#@\\*\s]/.test(host) || (host.includes(':') && !isIpv6)) return null;
  try {
    return new URL(`http://${isIpv6 ? `[${host}]` : host}/`).hostname;
  } catch {
    return null;
  }
}

function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host;
}
