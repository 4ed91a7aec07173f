/**
 * Transport failures in words: one table, read by page and command line. A code without an entry does
 * not compile. Never a verdict: the app got no complete reply to judge.
 */
import type { CertificateProblem, FailureCode } from './protocol.ts';

interface FailureEntry {
  /** `Not sent`: the upload did not leave. `No reply`: it may have left, wholly or in part. */
  readonly kind: 'Not sent' | 'No reply';
  readonly title: string;
  readonly explanation: string;
  readonly whatToTry: readonly [string, ...string[]];
  /** What is wrong with the server's certificate, where that is it. */
  readonly certificate?: string;
}

type FailureTable = Readonly<Record<FailureCode, FailureEntry>> &
  Readonly<Record<CertificateProblem, { readonly certificate: string }>>;

export const failures = {
  'envelope-invalid': {
    kind: 'Not sent',
    title: 'the playground couldn’t accept this request',
    explanation: 'Its own server did not understand the request, or the request was too large.',
    whatToTry: [
      'Shorten very long header values.',
      'Reload the page, so that page and server are the same version.',
    ],
  },
  'target-invalid': {
    kind: 'Not sent',
    title: 'the URL or a header is invalid',
    explanation: 'The URL, the method or a header can’t be sent over HTTP.',
    whatToTry: ['Check genericMediaUploadUrl for spaces and unusual characters.'],
  },
  'target-forbidden': {
    kind: 'Not sent',
    title: 'this address is not allowed',
    explanation:
      'The playground does not connect to it: cloud machines hand out their credentials at such an address, or whoever runs this playground has blocked it.',
    whatToTry: [
      'Try another address.',
      'For a server in your own network start the playground on your own computer.',
    ],
  },
  'name-not-found': {
    kind: 'Not sent',
    title: 'host not found',
    explanation: 'DNS has no entry for the host name in the URL, as seen from the computer that sends.',
    whatToTry: [
      'Check the host name for a typing mistake.',
      'If it is a name of your company’s network: is the VPN on?',
    ],
  },
  'name-lookup-failed': {
    kind: 'Not sent',
    title: 'DNS lookup failed',
    explanation: 'The DNS server did not answer. It says nothing about whether the name exists.',
    whatToTry: ['Check the network connection of the computer that sends.', 'Try again in a moment.'],
  },
  'no-route': {
    kind: 'Not sent',
    title: 'no route to host',
    explanation: 'The network of the computer that sends has no route to the server’s address.',
    whatToTry: ['Check the network connection or the VPN.', 'Check the address for a typing mistake.'],
  },
  refused: {
    kind: 'Not sent',
    title: 'connection refused',
    explanation: 'The computer is there, but nothing listens on this port, or a firewall blocks it.',
    whatToTry: ['Is the server running?', 'Check the port in the URL.', 'Check the firewall.'],
  },
  'connect-timeout': {
    kind: 'Not sent',
    title: 'connection timed out',
    explanation: 'No connection was established within the time limit. Usually a firewall drops the packets.',
    whatToTry: ['Check host and port.', 'Ask for the port to be opened in the firewall.'],
  },
  'tls-expired': {
    kind: 'Not sent',
    title: 'the server’s certificate has expired',
    explanation: 'Phones will most likely reject it too, so nothing was sent.',
    whatToTry: ['Renew the certificate.', 'Check the clock of the computer that sends.'],
    certificate: 'it has expired',
  },
  'tls-not-yet-valid': {
    kind: 'Not sent',
    title: 'the server’s certificate is not valid yet',
    explanation: 'Its validity begins later than the current time of the computer that sends.',
    whatToTry: ['Check the clocks of that computer and of the server.'],
    certificate: 'it is not valid yet',
  },
  'tls-wrong-name': {
    kind: 'Not sent',
    title: 'the certificate is for another name',
    explanation: 'The host name in the URL is not among the names in the server’s certificate.',
    whatToTry: ['Use the name that is in the certificate.', 'Or have a certificate issued for this name.'],
    certificate: 'it is for another name',
  },
  'tls-self-signed': {
    kind: 'Not sent',
    title: 'the certificate is self-signed',
    explanation:
      'The certificate isn’t signed by a trusted authority. Phones will most likely reject it too, so nothing was sent.',
    whatToTry: [
      'Use a certificate of a public authority.',
      'For a first try on your own computer use http instead of https.',
    ],
    certificate: 'it is self-signed',
  },
  'tls-unknown-authority': {
    kind: 'Not sent',
    title: 'the certificate’s issuer is unknown',
    explanation:
      'Often the server does not send the intermediate certificate, which browsers fetch and apps don’t.',
    whatToTry: [
      'Let the server send its whole certificate chain.',
      'Use a certificate of a public authority.',
    ],
    certificate: 'its issuer is unknown',
  },
  'tls-protocol': {
    kind: 'Not sent',
    title: 'TLS handshake failed',
    explanation: 'The two sides found no common version of TLS, or the port does not speak TLS at all.',
    whatToTry: [
      'Is it a plain http port? Then write http in the URL.',
      'Turn on TLS 1.2 or 1.3 on the server.',
    ],
  },
  'tls-client-certificate': {
    kind: 'No reply',
    title: 'the server requires a client certificate',
    explanation:
      'In the TLS handshake it asked for a client certificate, got none, and ended the connection. The playground has none to send, and no key of this service gives the app one.',
    whatToTry: [
      'Let the server accept uploads without a client certificate (mutual TLS), at least at this path.',
      'To know who uploads, use genericMediaUploadAuthUsername and genericMediaUploadAuthPassword.',
    ],
  },
  'tls-http2-only': {
    kind: 'No reply',
    title: 'the server supports HTTP/2 only',
    explanation:
      'The playground sends HTTP/1.1, as the documented examples are. The server refused that in the TLS handshake, or answered with HTTP/2.',
    whatToTry: [
      'Let the server, or the proxy in front of it, offer HTTP/1.1 as well (http/1.1 in its ALPN list).',
    ],
  },
  'tls-expected': {
    kind: 'No reply',
    title: 'the port expects TLS',
    explanation: 'The URL says http, but the server speaks TLS on this port.',
    whatToTry: [
      'Write https instead of http in genericMediaUploadUrl.',
      'Or use the port on which the server speaks plain http.',
    ],
  },
  'reset-before-reply': {
    kind: 'No reply',
    title: 'the server closed the connection',
    explanation: 'It closed the connection without replying. Often the upload is larger than it accepts.',
    whatToTry: [
      'Look into the server’s log.',
      'Check its limit for the size of a request: nginx takes 1 MB by default.',
      'Try a smaller file.',
    ],
  },
  'reset-during-reply': {
    kind: 'No reply',
    title: 'the connection was closed during the reply',
    explanation: 'What was received until then is kept, but an incomplete reply can’t be judged.',
    whatToTry: ['Look into the server’s log.', 'Try again.'],
  },
  silence: {
    kind: 'No reply',
    title: 'the server stopped responding',
    explanation: 'Within the time limit it neither read from the connection nor replied.',
    whatToTry: [
      'Look into the server’s log: is it still at work on the upload?',
      'genericMediaUploadTimeout sets the limit in seconds.',
    ],
  },
  'total-timeout': {
    kind: 'No reply',
    title: 'total time exceeded',
    explanation: 'The upload was ended at the playground’s limit for the whole exchange.',
    whatToTry: ['Try a smaller file.', 'Check how fast the connection to the server is.'],
  },
  'not-http': {
    kind: 'No reply',
    title: 'the reply is not HTTP',
    explanation: 'Something listens on this port, but it does not speak HTTP, or its HTTP is malformed.',
    whatToTry: [
      'Check the port in the URL.',
      'If the port expects TLS, write https in the URL.',
      'If the detail speaks of a header or a chunk, fix how the server writes its reply (RFC 9112).',
    ],
  },
  'reply-head-too-large': {
    kind: 'No reply',
    title: 'the reply’s headers are too large',
    explanation: 'The playground stopped reading them; the app would most likely not read them either.',
    whatToTry: ['Look for headers or cookies that grow without end.'],
  },
  'reply-too-short': {
    kind: 'No reply',
    title: 'the reply is shorter than it says',
    explanation:
      'The connection was closed before all the bytes of Content-Length, or the last chunk, had arrived.',
    whatToTry: [
      'Check the Content-Length that your server states.',
      'Does a proxy in front of it cut the reply off?',
    ],
  },
  'body-too-short': {
    kind: 'No reply',
    title: 'the body is shorter than its Content-Length',
    explanation: 'Its source gave fewer bytes than the request states, so the upload was aborted.',
    whatToTry: ['Has the media file changed? Choose it again.', 'Try again.'],
  },
  'body-too-long': {
    kind: 'No reply',
    title: 'the body is longer than its Content-Length',
    explanation: 'Its source gave more bytes than the request states, so the upload was aborted.',
    whatToTry: ['Has the media file changed? Choose it again.', 'Try again.'],
  },
  'media-unreadable': {
    kind: 'Not sent',
    title: 'the media file can’t be read any more',
    explanation:
      'It was changed, moved or deleted after it was chosen, so its bytes are not those of the preview.',
    whatToTry: ['Choose the file again. All that you typed stays.'],
  },
  'media-changed': {
    kind: 'Not sent',
    title: 'the media file changed on disk',
    explanation: 'It is no longer the file that you chose: its bytes on disk are not those of the preview.',
    whatToTry: ['Choose the file again. All that you typed stays.'],
  },
  'media-changed-while-sent': {
    kind: 'No reply',
    title: 'the media file changed during the upload',
    explanation:
      'It was changed, moved or deleted before all of it was sent, so the upload was aborted. The server may have received a part of it.',
    whatToTry: ['Choose the file again, and send it once it no longer changes. All that you typed stays.'],
  },
  cancelled: {
    kind: 'No reply',
    title: 'you cancelled it',
    explanation:
      'The connection to the server was closed. It may have received a part of the upload, or all of it.',
    whatToTry: ['Send again when you are ready.'],
  },
  'proxy-unreachable': {
    kind: 'No reply',
    title: 'the playground’s own server is unreachable',
    explanation: 'The page sends each upload through the server it came from, and that one did not answer.',
    whatToTry: [
      'Is the command that started the playground still running?',
      'Start it again; what you typed stays in this tab.',
    ],
  },
  'proxy-refused': {
    kind: 'Not sent',
    title: 'the playground’s own server refused the upload',
    explanation:
      'It takes uploads only from its own page, opened at its own address; a shared one has limits, too. The detail says which it was.',
    whatToTry: [
      'Reload the page.',
      'Open the playground at the address that its command printed, or that its operator gave.',
      'A page from a static host has no such server: run the playground on your computer, by npm start or by npx with its package file.',
      'Where it was a limit, wait a little or send a smaller file.',
    ],
  },
  internal: {
    kind: 'No reply',
    title: 'internal error in the playground',
    explanation: 'This is a fault of the playground, not of your server.',
    whatToTry: ['Try again.', 'If it happens again, please report it with the detail below.'],
  },
} as const satisfies FailureTable;

/** A server's certificate did not verify: a person may accept it, having read what it says. */
export function isCertificateProblem(code: FailureCode): code is CertificateProblem {
  return 'certificate' in failures[code];
}

/** The first line of what is said; `hasReply`: a part of a reply had come. */
export function failureTitle(code: FailureCode, hasReply: boolean): string {
  const { kind, title } = failures[code];
  return `${hasReply ? 'No complete reply' : kind}: ${title}`;
}
