/** Whether a host name is one that the DNS can hold, checked before any lookup. */

/** RFC 1035, 2.3.4: octets of a label, and of a name without the root's dot. */
const [longestLabel, longestName] = [63, 253];

/** Null where it is; else the reason, for people. `hostname` as a URL has it: ASCII, not an IP address. */
export function nameProblem(hostname: string): string | null {
  const name = withoutRoot(hostname);
  if (name.length > longestName) return `A host name has at most ${longestName} characters.`;
  const labels = name.split('.');
  if (labels.includes('')) return 'A part of the host name, between two dots, is empty.';
  if (labels.some(({ length }) => length > longestLabel)) {
    return `A part of the host name, between two dots, has at most ${longestLabel} characters.`;
  }
  return null;
}

/** The dot at the end of an absolute name is in no certificate and no TLS handshake (RFC 6066, 3). */
export function withoutRoot(hostname: string): string {
  return hostname.replace(/\.$/, '');
}
