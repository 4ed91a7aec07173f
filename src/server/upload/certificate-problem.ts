/** Why a server's certificate does not verify, if it does not. */
import type { TLSSocket } from 'node:tls';
import type { CertificateProblem } from '../../upload/protocol.ts';

export interface Problem {
  readonly code: CertificateProblem;
  /** OpenSSL's words and its name for the fault. */
  readonly detail: string;
}

/** The faults that have a name of their own in the protocol, in OpenSSL's words. */
const faults: Readonly<Record<string, readonly [CertificateProblem, words: string]>> = {
  CERT_HAS_EXPIRED: ['tls-expired', 'certificate has expired'],
  CERT_NOT_YET_VALID: ['tls-not-yet-valid', 'certificate is not yet valid'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls-wrong-name', 'hostname mismatch'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls-self-signed', 'self-signed certificate'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls-unknown-authority', 'self-signed certificate in certificate chain'],
  UNABLE_TO_GET_ISSUER_CERT: ['tls-unknown-authority', 'unable to get issuer certificate'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls-unknown-authority', 'unable to get local issuer certificate'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls-unknown-authority', 'unable to verify the first certificate'],
};

/**
 * After the handshake of a socket that was opened with `rejectUnauthorized: false`; null where chain
 * and name are in order. `nameFault`: what `checkServerIdentity` said, if it was asked.
 */
export function certificateProblem(socket: TLSSocket, nameFault: Error | undefined): Problem | null {
  if (socket.authorized) return null;
  // Node gives the code alone, whatever its types say.
  const code = String(socket.authorizationError ?? 'UNKNOWN');
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' && nameFault) {
    return { code: 'tls-wrong-name', detail: nameFault.message.slice(0, 1000) };
  }
  const fault = Object.hasOwn(faults, code) ? faults[code] : undefined;
  // Whatever else is wrong with the chain: no trusted authority signed it.
  if (fault === undefined) return { code: 'tls-unknown-authority', detail: code };
  return { code: fault[0], detail: `${fault[1]} (${code})` };
}
