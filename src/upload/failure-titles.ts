/**
 * Failures of the way in a line each, for people. Never a verdict. Page and command line say the same;
 * a code without a line does not compile. Why it happens and what to try stands in `failure-texts.ts`:
 * the page has this at hand from the start, that when it is needed.
 */
import type { CertificateProblem, FailureCode } from './protocol.ts';

export interface FailureTitle {
  /** `Not sent`: the upload did not leave. `No reply`: it may have left, wholly or in part. */
  readonly kind: 'Not sent' | 'No reply';
  readonly title: string;
}

export const failureTitles: Readonly<Record<FailureCode, FailureTitle>> = {
  'envelope-invalid': { kind: 'Not sent', title: 'the playground could not take this request' },
  'target-invalid': { kind: 'Not sent', title: 'the URL can’t be asked for' },
  'target-forbidden': { kind: 'Not sent', title: 'this address is not allowed' },
  'name-not-found': { kind: 'Not sent', title: 'there is no such host name' },
  'name-lookup-failed': { kind: 'Not sent', title: 'the host name could not be looked up' },
  'no-route': { kind: 'Not sent', title: 'there is no way to this address' },
  refused: { kind: 'Not sent', title: 'the server refused the connection' },
  'connect-timeout': { kind: 'Not sent', title: 'the server did not answer the call' },
  'tls-expired': { kind: 'Not sent', title: 'the server’s certificate has expired' },
  'tls-not-yet-valid': { kind: 'Not sent', title: 'the server’s certificate is not valid yet' },
  'tls-wrong-name': { kind: 'Not sent', title: 'the certificate is for another name' },
  'tls-self-signed': { kind: 'Not sent', title: 'the certificate is self-signed' },
  'tls-unknown-authority': { kind: 'Not sent', title: 'the certificate’s issuer is not known' },
  'tls-protocol': { kind: 'Not sent', title: 'no secure connection came about' },
  'tls-client-certificate': { kind: 'No reply', title: 'the server asks for a client certificate' },
  'tls-http2-only': { kind: 'No reply', title: 'the server speaks HTTP/2 only' },
  'tls-expected': { kind: 'No reply', title: 'the port expects TLS' },
  'reset-before-reply': { kind: 'No reply', title: 'the server broke off the connection' },
  'reset-during-reply': { kind: 'No reply', title: 'the connection broke in the middle of the reply' },
  silence: { kind: 'No reply', title: 'the server fell silent' },
  'total-timeout': { kind: 'No reply', title: 'it took too long in all' },
  'not-http': { kind: 'No reply', title: 'what came back is not HTTP' },
  'reply-head-too-large': { kind: 'No reply', title: 'the reply’s headers are too large' },
  'reply-too-short': { kind: 'No reply', title: 'the reply is shorter than it says' },
  'body-too-short': { kind: 'No reply', title: 'the body ended too early' },
  'body-too-long': { kind: 'No reply', title: 'the body went on too long' },
  'media-unreadable': { kind: 'Not sent', title: 'the media file can’t be read any more' },
  'media-changed': { kind: 'Not sent', title: 'the media file changed on disk' },
  'media-changed-while-sent': { kind: 'No reply', title: 'the media file changed while it was sent' },
  cancelled: { kind: 'No reply', title: 'you cancelled it' },
  'proxy-unreachable': { kind: 'No reply', title: 'the playground’s own server is not there' },
  'proxy-refused': { kind: 'Not sent', title: 'the playground’s own server refused' },
  internal: { kind: 'No reply', title: 'the playground itself failed' },
};

/** A server's certificate did not verify: a person may accept it, having read what it says. */
export function isCertificateProblem(code: FailureCode): code is CertificateProblem {
  return Object.hasOwn(certificateProblems, code);
}

/** What is the matter with a certificate, in a few words. */
export const certificateProblems: Readonly<Record<CertificateProblem, string>> = {
  'tls-expired': 'it has expired',
  'tls-not-yet-valid': 'it is not valid yet',
  'tls-wrong-name': 'it is for another name',
  'tls-self-signed': 'it is self-signed',
  'tls-unknown-authority': 'its issuer is not known',
};

/** The first line of what is said; `hasReply`: a part of a reply had come. */
export function failureTitle(code: FailureCode, hasReply: boolean): string {
  const { kind, title } = failureTitles[code];
  return `${hasReply ? 'No complete reply' : kind}: ${title}`;
}
