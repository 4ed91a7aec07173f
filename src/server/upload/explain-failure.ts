/**
 * Why a connection may have ended without a byte of a reply, as far as TLS shows. Servers that speak
 * TLS send nothing at all to plain http (Node, OpenSSL and Python close), and some that ask for a client
 * certificate close as silently: by itself that looks like an upload that was too large.
 */
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Failure } from './failure.ts';

/** What is known of the connection that failed. */
export interface ConnectionFacts {
  /** Null where it was plain http. */
  readonly tls: { readonly asksForCertificate: boolean } | null;
  /** As it was connected to, after every policy. */
  readonly address: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

/** Milliseconds for the question whether a port speaks TLS. */
const askingTime = 1000;

export async function explainFailure(failure: Failure, connection: ConnectionFacts): Promise<Failure> {
  const { tls, address, port, signal } = connection;
  if (tls !== null) return tls.asksForCertificate ? withoutCertificate(failure) : failure;
  if (failure.code !== 'reset-before-reply' || signal.aborted) return failure;
  if (!(await speaksTls(address, port, signal))) return failure;
  return {
    code: 'tls-expected',
    detail: 'It closed the connection, but this port answers a TLS handshake.',
  };
}

/** The server asked for a certificate, got none, and ended the connection before a reply. */
export function withoutCertificate(failure: Failure): Failure {
  if (failure.code !== 'reset-before-reply' && failure.code !== 'tls-protocol') return failure;
  return {
    code: 'tls-client-certificate',
    detail: `The server asked for a certificate, and none was sent: ${failure.detail}`,
  };
}

/**
 * Whether the server sent a CertificateRequest: only that tells a client which signatures it may use
 * (RFC 8446, 4.3.2; RFC 5246, 7.4.4).
 */
export function asksForCertificate(socket: TLSSocket): boolean {
  // Null once the socket is closed, whatever its type says.
  const algorithms: readonly unknown[] | null = socket.getSharedSigalgs();
  return algorithms !== null && algorithms.length > 0;
}

/** A handshake and nothing more, with the address that the upload went to. */
function speaksTls(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (speaks: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(speaks);
    };
    const onAbort = () => finish(false);
    const timer = setTimeout(() => finish(false), askingTime);
    // The certificate isn't checked: nothing is sent over this connection.
    const socket = connectTls({ host, port, rejectUnauthorized: false });
    socket.on('secureConnect', () => finish(true));
    socket.on('error', (error) => finish('code' in error && /^ERR_SSL_.*ALERT/.test(String(error.code))));
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
