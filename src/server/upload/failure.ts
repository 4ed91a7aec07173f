/** Errors of sockets, TLS and the HTTP parser as codes of the protocol. */
import type { FailureCode } from '../../upload/protocol.ts';

/** Why an upload got no complete reply. */
export interface Failure {
  readonly code: FailureCode;
  /** What the system said, for developers; never holds a header's value or a body. */
  readonly detail: string;
}

/** An error of our own, which has its code. */
export class KnownFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** How far the exchange had come when the error occurred. */
export type Stage = 'lookup' | 'connect' | 'tls' | 'request' | 'reply';

const systemCodes: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  EAI_NONAME: 'name-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  EACCES: 'no-route',
  ENETDOWN: 'no-route',
  ETIMEDOUT: 'connect-timeout',
  HPE_HEADER_OVERFLOW: 'reply-head-too-large',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'tls-client-certificate',
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: 'tls-http2-only',
  // Ours: no descriptor is left.
  EMFILE: 'internal',
  ENFILE: 'internal',
};

/** What OpenSSL calls an answer in plain text, in this version or that. */
const plainText = /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/;

export function failureOf(error: unknown, stage: Stage): Failure {
  if (error instanceof KnownFailure) return error.failure;
  const { code, message } = describe(error);
  if (plainText.test(code)) {
    const detail = `The answer isn't TLS; maybe the port speaks plain http: ${message} (${code})`;
    return { code: 'tls-protocol', detail };
  }
  return {
    code: codeFor(code, stage),
    detail: code && !message.includes(code) ? `${message} (${code})` : message,
  };
}

function codeFor(code: string, stage: Stage): FailureCode {
  const known = Object.hasOwn(systemCodes, code) ? systemCodes[code] : undefined;
  if (known) return known;
  if (code.startsWith('HPE_')) return 'not-http';
  // An alert may come when the request is out: TLS 1.3 asks for a client's certificate as late as that.
  if (code.startsWith('ERR_SSL_')) return 'tls-protocol';
  switch (stage) {
    case 'lookup':
      return 'name-lookup-failed';
    case 'connect':
      // Accepted and reset at once: there was a route, and a server.
      return code === 'ECONNRESET' ? 'reset-before-reply' : 'no-route';
    case 'tls':
      return 'tls-protocol';
    case 'request':
      return 'reset-before-reply';
    case 'reply':
      return 'reset-during-reply';
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // OpenSSL puts its own source line into the message: the reason alone is for people.
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  return { code, message: reason.slice(0, 300) };
}
