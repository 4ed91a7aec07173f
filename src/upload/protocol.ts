/**
 * The protocol between page and proxy, declared once and imported by both ends.
 *
 * Request: `POST /api/send`, `Content-Type: application/octet-stream`, `X-Playground-Token`.
 * The body is one line of JSON (an `Envelope`, UTF-8, ended by LF), then the upload's body
 * bytes, opaque. Response: `application/x-ndjson`, one `ProtocolEvent` a line.
 */

export const sendPath = '/api/send';
/** `GET` answers `{"token": "…"}` to pages of the proxy's own origin only. */
export const tokenPath = '/api/token';
export const tokenHeader = 'X-Playground-Token';
/** The envelope's line, LF included, may not be longer (bytes): no server takes a head as long as that. */
export const maxEnvelopeBytes = 256 * 1024;
/** Headers in an envelope. */
export const maxEnvelopeHeaders = 1000;
/** Characters of an envelope's method and URL. */
export const maxMethodLength = 100;
export const maxUrlLength = 64 * 1024;
/** Bytes of a reply's body that are read; the rest is dropped and that is said. */
export const maxReplyBytes = 64 * 1024 * 1024;

export interface Envelope {
  readonly method: string;
  /** http or https, absolute. The request target is its path and query, to the letter. */
  readonly url: string;
  /** Order, case and values exactly as they are to be written; text is sent as UTF-8. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Bytes that follow the envelope. */
  readonly bodyLength: number;
  /** Limits in seconds: for connecting, for silence, in all. Defaults are the proxy's. */
  readonly limits?: { readonly connect?: number; readonly silence?: number; readonly total?: number };
  /**
   * `fingerprint` of the one certificate of the server that is accepted although it does not
   * verify. A person has read its details and said so; the proxy itself remembers nothing.
   */
  readonly acceptCertificate?: string;
  /** Bytes of the body a second, at the most: an upload over a bad line, to try what a server makes of it. */
  readonly pace?: number;
}

/** Seconds that a pace may make the body take. */
export const mostPacedSeconds = 60;

/** What a person needs to know of a certificate. Names are as the certificate has them, unchecked. */
export interface CertificateFacts {
  /** Common name, else the organisation; empty where it has neither. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  /** DNS names and IP addresses that it is for. */
  readonly names: readonly string[];
  /** SHA-256 of its DER form: pairs of upper-case hex digits with colons between. */
  readonly fingerprint: string;
}

/** Why a certificate is not trusted. */
export type CertificateProblem =
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-wrong-name'
  | 'tls-self-signed'
  | 'tls-unknown-authority';

/** Bytes between two running hashes of a receipt. */
export const receiptBlock = 1024 * 1024;
/** Bytes of the body's beginning, and of its end, that a receipt holds word for word. */
export const receiptEdge = 16 * 1024;

/** Milliseconds since the proxy had read the envelope. */
type Milliseconds = number;

export type ProtocolEvent =
  | {
      readonly type: 'lookup';
      readonly at: Milliseconds;
      readonly host: string;
      readonly addresses: readonly string[];
    }
  | { readonly type: 'connected'; readonly at: Milliseconds; readonly address: string; readonly port: number }
  | {
      readonly type: 'tls';
      readonly at: Milliseconds;
      readonly version: string;
      readonly cipher: string;
      /** The server's own certificate first, then its issuers', as far as they are known. */
      readonly chain: readonly CertificateFacts[];
      /** Null where it verifies. Else `detail` says in OpenSSL's words what is wrong. */
      readonly problem: { readonly code: CertificateProblem; readonly detail: string } | null;
      /** It has a problem and was accepted with it; where false, an error follows. */
      readonly accepted: boolean;
    }
  /** The request head as written to the socket, base64. */
  | { readonly type: 'head-sent'; readonly at: Milliseconds; readonly head: string }
  /** Body bytes handed to the socket so far. */
  | { readonly type: 'progress'; readonly at: Milliseconds; readonly bytes: number }
  | { readonly type: 'body-sent'; readonly at: Milliseconds; readonly bytes: number }
  /** An interim reply, such as 100 or 103. */
  | { readonly type: 'interim'; readonly at: Milliseconds; readonly status: number }
  | {
      readonly type: 'reply-head';
      readonly at: Milliseconds;
      readonly httpVersion: string;
      readonly status: number;
      readonly statusText: string;
      /** As received: order, case and duplicates kept; values as UTF-8 where they are, else as latin-1. */
      readonly headers: readonly (readonly [name: string, value: string])[];
      /** Body bytes handed to the socket when the reply began; less than bodyLength: an early answer. */
      readonly bodyBytesSent: number;
    }
  | { readonly type: 'reply-body'; readonly at: Milliseconds; readonly base64: string }
  /**
   * What left through the socket, counted and hashed there. Once, just before `end` or `error`,
   * wherever the head was written.
   */
  | {
      readonly type: 'receipt';
      readonly at: Milliseconds;
      readonly bodyBytes: number;
      /**
       * XXH64 of the body's first `receiptBlock` bytes, of its first two blocks, and so on, the last one of
       * all its bytes; hex. Null where the sender has no WebAssembly: then equality is unknown.
       */
      readonly hashes: readonly string[] | null;
      /** The body's first `receiptEdge` bytes, base64. */
      readonly first: string;
      /** The last `receiptEdge` bytes after `first`, base64. */
      readonly last: string;
    }
  | {
      readonly type: 'end';
      readonly at: Milliseconds;
      /** Bytes of the reply's body; where `truncated`, those seen until the connection was closed. */
      readonly replyBytes: number;
      /** The reply was longer than `maxReplyBytes`: the rest was dropped and the connection closed. */
      readonly truncated: boolean;
      /** More bytes came than the reply's own Content-Length says. */
      readonly excess: boolean;
      /** Fields after the last chunk, as received. */
      readonly trailers: readonly (readonly [name: string, value: string])[];
    }
  | {
      readonly type: 'error';
      readonly at: Milliseconds;
      readonly code: FailureCode;
      readonly detail: string;
    };

/** Transport failures: the upload got no complete reply. Never a verdict. `failures.ts` has the words. */
export type FailureCode =
  | 'envelope-invalid'
  | 'target-invalid'
  | 'target-forbidden'
  | 'name-not-found'
  | 'name-lookup-failed'
  | 'no-route'
  | 'refused'
  | 'connect-timeout'
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-wrong-name'
  | 'tls-self-signed'
  | 'tls-unknown-authority'
  | 'tls-protocol'
  /** It asked for one, got none and ended the connection. */
  | 'tls-client-certificate'
  /** HTTP/1.1 was refused by ALPN, or answered in HTTP/2. */
  | 'tls-http2-only'
  /** Plain http was sent to a port that speaks TLS. */
  | 'tls-expected'
  | 'reset-before-reply'
  | 'reset-during-reply'
  | 'silence'
  | 'total-timeout'
  | 'not-http'
  | 'reply-head-too-large'
  | 'reply-too-short'
  | 'body-too-short'
  | 'body-too-long'
  | 'media-unreadable'
  | 'media-changed'
  | 'media-changed-while-sent'
  | 'cancelled'
  | 'proxy-unreachable'
  | 'proxy-refused'
  | 'internal';

/** The event of one type. */
export type EventOf<T extends ProtocolEvent['type']> = Extract<ProtocolEvent, { type: T }>;
