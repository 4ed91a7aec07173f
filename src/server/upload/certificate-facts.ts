/** What is reported of a server's certificates: its own first, then its issuers'. */
import type { PeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateFacts } from '../../upload/protocol.ts';

/** Longer chains are cut. */
const longestChain = 10;

/** Empty where the server showed none. */
export function chainOf(socket: TLSSocket): readonly CertificateFacts[] {
  const chain: CertificateFacts[] = [];
  const seen = new Set<string>();
  let certificate = socket.getPeerCertificate(true);
  // The last one is its own issuer.
  while (certificate?.fingerprint256 && !seen.has(certificate.fingerprint256)) {
    if (chain.length === longestChain) break;
    seen.add(certificate.fingerprint256);
    chain.push(factsOf(certificate));
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

function factsOf(certificate: PeerCertificate): CertificateFacts {
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    validFrom: isoDate(certificate.valid_from),
    validTo: isoDate(certificate.valid_to),
    names: alternativeNames(certificate.subjectaltname),
    fingerprint: certificate.fingerprint256,
  };
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  const [text] = [name?.CN, name?.O].filter((part) => part !== undefined).flat();
  return text ?? '';
}

/** From OpenSSL's `Nov 22 14:00:00 2026 GMT`; left as it is where it is not that. */
function isoDate(text: string): string {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? text : new Date(milliseconds).toISOString();
}

/** From OpenSSL's `DNS:a.example, IP Address:127.0.0.1`. */
function alternativeNames(text: string | undefined): readonly string[] {
  return [...(text ?? '').matchAll(/(?:DNS|IP Address):("[^"]*"|[^,]*)/g)].map(([, name = '']) => name);
}
