/** Why an upload failed on the way, and what to try: for every code, as for its title. */
import type { FailureCode } from './protocol.ts';

export interface FailureText {
  readonly explanation: string;
  readonly advice: readonly string[];
}

export const failureTexts: Readonly<Record<FailureCode, FailureText>> = {
  'envelope-invalid': {
    explanation: 'Its own server did not understand what was handed over, or it was too large.',
    advice: [
      'Shorten very long header values.',
      'Reload the page, so that page and server are of one version.',
    ],
  },
  'target-invalid': {
    explanation: 'The URL, the method or a header is not one that may be written to a connection.',
    advice: ['Check genericMediaUploadUrl for spaces and unusual characters.'],
  },
  'target-forbidden': {
    explanation:
      'The playground does not connect to it: cloud machines hand out their credentials at such an address, or whoever runs this playground has shut it off.',
    advice: [
      'Try another address.',
      'For a server in your own network start the playground on your own computer.',
    ],
  },
  'name-not-found': {
    explanation:
      'The name of the server in the URL is not known to the name service of the computer that sends.',
    advice: [
      'Check the host name for a typing mistake.',
      'If it is a name of your company’s network: is the VPN on?',
    ],
  },
  'name-lookup-failed': {
    explanation: 'The name service did not answer. It says nothing about whether the name exists.',
    advice: ['Check the network connection of the computer that sends.', 'Try again in a moment.'],
  },
  'no-route': {
    explanation: 'The network of the computer that sends knows no route to the server’s address.',
    advice: ['Check the network connection or the VPN.', 'Check the address for a typing mistake.'],
  },
  refused: {
    explanation: 'The computer is there, but nothing listens at this port, or a firewall says no.',
    advice: ['Is the server running?', 'Check the port in the URL.', 'Check the firewall.'],
  },
  'connect-timeout': {
    explanation: 'No connection came about within the time limit. Mostly a firewall drops the packets.',
    advice: ['Check host and port.', 'Ask for the port to be opened in the firewall.'],
  },
  'tls-expired': {
    explanation: 'A phone would hardly trust it either, so nothing was sent.',
    advice: ['Renew the certificate.', 'Check the clock of the computer that sends.'],
  },
  'tls-not-yet-valid': {
    explanation: 'Its validity begins later than the clock of the computer that sends says it is now.',
    advice: ['Check the clocks of that computer and of the server.'],
  },
  'tls-wrong-name': {
    explanation: 'The host name in the URL is not among the names in the server’s certificate.',
    advice: ['Use the name that is in the certificate.', 'Or have a certificate issued for this name.'],
  },
  'tls-self-signed': {
    explanation:
      'Nobody whom the computer that sends trusts vouches for it; a phone would hardly trust it either, so nothing was sent.',
    advice: [
      'Use a certificate of a public authority.',
      'For a first try on your own computer use http instead of https.',
    ],
  },
  'tls-unknown-authority': {
    explanation:
      'Often the server does not send the intermediate certificate, which browsers fetch and apps don’t.',
    advice: ['Let the server send its whole certificate chain.', 'Use a certificate of a public authority.'],
  },
  'tls-protocol': {
    explanation: 'The two sides found no common version of TLS, or the port does not speak TLS at all.',
    advice: ['Is it a plain http port? Then write http in the URL.', 'Turn on TLS 1.2 or 1.3 on the server.'],
  },
  'tls-client-certificate': {
    explanation:
      'In the TLS handshake it asked the sender for a certificate, got none, and ended the connection. The playground has none to send, and no key of this service gives the app one.',
    advice: [
      'Let the server take uploads without a client certificate (mutual TLS), at least at this path.',
      'To tell who uploads, use genericMediaUploadAuthUsername and genericMediaUploadAuthPassword.',
    ],
  },
  'tls-http2-only': {
    explanation:
      'The playground sends HTTP/1.1, as the documented examples are. The server refused that in the TLS handshake, or answered with HTTP/2.',
    advice: [
      'Let the server, or the proxy in front of it, offer HTTP/1.1 as well (http/1.1 in its ALPN list).',
    ],
  },
  'tls-expected': {
    explanation: 'The URL says http, but the server speaks TLS at this port.',
    advice: [
      'Write https instead of http in genericMediaUploadUrl.',
      'Or use the port at which the server speaks plain http.',
    ],
  },
  'reset-before-reply': {
    explanation:
      'It closed the connection without a word of reply. Often the upload is larger than it takes.',
    advice: [
      'Look into the server’s log.',
      'Check its limit for the size of a request: nginx takes 1 MB by default.',
      'Try a smaller file.',
    ],
  },
  'reset-during-reply': {
    explanation: 'What had come until then is kept, but half a reply is nothing to judge.',
    advice: ['Look into the server’s log.', 'Try again.'],
  },
  silence: {
    explanation: 'For as long as the time limit allows, nothing was read and nothing was answered.',
    advice: [
      'Look into the server’s log: is it still at work on the upload?',
      'genericMediaUploadTimeout sets the limit in seconds.',
    ],
  },
  'total-timeout': {
    explanation: 'The upload was ended at the playground’s limit for the whole exchange.',
    advice: ['Try a smaller file.', 'Check how fast the connection to the server is.'],
  },
  'not-http': {
    explanation: 'Something listens at this port, but it does not speak HTTP, or it speaks it wrongly.',
    advice: [
      'Check the port in the URL.',
      'If the port expects TLS, write https in the URL.',
      'If the detail speaks of a header or a chunk, mend how the server writes its reply (RFC 9112).',
    ],
  },
  'reply-head-too-large': {
    explanation: 'The playground reads no more of them, as a client would not either.',
    advice: ['Look for headers or cookies that grow without end.'],
  },
  'reply-too-short': {
    explanation:
      'The connection was closed before all the bytes of Content-Length, or the last chunk, had come.',
    advice: [
      'Check the Content-Length that your server states.',
      'Does a proxy in front of it cut the reply off?',
    ],
  },
  'body-too-short': {
    explanation: 'Fewer bytes came from its source than the request says, so it was broken off.',
    advice: ['Has the media file changed? Choose it again.', 'Try again.'],
  },
  'body-too-long': {
    explanation: 'More bytes came from its source than the request says, so it was broken off.',
    advice: ['Has the media file changed? Choose it again.', 'Try again.'],
  },
  'media-unreadable': {
    explanation:
      'It was changed, moved or deleted after it was chosen, so its bytes are not those of the preview.',
    advice: ['Choose the file again. All that you typed stays.'],
  },
  'media-changed': {
    explanation:
      'It is not the file that you chose any more: its bytes on disk are not those of the preview.',
    advice: ['Choose the file again. All that you typed stays.'],
  },
  'media-changed-while-sent': {
    explanation:
      'It was changed, moved or deleted before all of it was sent, so the upload was broken off. The server may have got a part of it.',
    advice: ['Choose the file again, and send it once it changes no more. All that you typed stays.'],
  },
  cancelled: {
    explanation:
      'The connection to the server was closed. It may have got a part of the upload, or all of it.',
    advice: ['Send again when you are ready.'],
  },
  'proxy-unreachable': {
    explanation: 'The page hands the upload to the server that it came from, and that one did not answer.',
    advice: [
      'Is the command that started the playground still running?',
      'Start it again; what you typed stays in this tab.',
    ],
  },
  'proxy-refused': {
    explanation:
      'It takes uploads only from its own page, opened at its own address; one that many use has limits, too. The detail says which it was.',
    advice: [
      'Reload the page.',
      'Open the playground at the address that its command printed, or that its operator gave.',
      'Where it was a limit, wait a little or send a smaller file.',
    ],
  },
  internal: {
    explanation: 'This is a fault of the playground, not of your server.',
    advice: ['Try again.', 'If it happens again, please report it with the detail below.'],
  },
};
