/**
 * Names to addresses without the system's resolver. That one works on Node's four threads, which
 * names of a slow server would fill: files are read there too. It also knows names that strangers
 * must not reach, from /etc/hosts and search domains; this one asks the DNS alone.
 */
import { Resolver } from 'node:dns/promises';

/** Milliseconds for one question, and how often it is asked. */
const asking = { timeout: 2500, tries: 2 };

/** `servers` as `address:port`; without them those of the system. */
export function createDnsLookup(
  servers?: readonly string[],
): (hostname: string) => Promise<readonly string[]> {
  const resolver = new Resolver(asking);
  if (servers !== undefined) resolver.setServers(servers);
  return (hostname) => addressesOf(hostname, resolver);
}

async function addressesOf(hostname: string, resolver: Resolver): Promise<readonly string[]> {
  const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  // One family without an address is usual: only where neither has one, that is the answer.
  if (addresses.length === 0 && failures.length > 0) throw clearer(failures);
  return addresses;
}

/** A name without an address counts as not found; anything else is a DNS failure. */
function clearer(failures: readonly unknown[]): Error {
  const codes = failures.map((failure) =>
    failure instanceof Error && 'code' in failure ? String(failure.code) : '',
  );
  const isAbsent = codes.every((code) => code === 'ENOTFOUND' || code === 'ENODATA');
  return isAbsent
    ? Object.assign(new Error('The DNS knows no address of this name.'), { code: 'ENOTFOUND' })
    : Object.assign(new Error('The DNS did not answer.'), { code: 'EAI_AGAIN' });
}
