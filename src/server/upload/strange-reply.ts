/** What came back instead of a reply, recognized by its first bytes. */
import { KnownFailure } from './failure.ts';

/** Length, type SETTINGS, flags, stream 0 (RFC 9113, 4.1): what an HTTP/2 server says first. */
const frameHead = 9;
const settings = 4;
/** A TLS record that is an alert, of any version (RFC 8446, 5.1). */
const [alert, tlsMajor] = [21, 3];

/** `bytes`: the first ones, which do not begin as HTTP/1 does. Null where they are nothing that is known. */
export function strangeReply(bytes: Uint8Array): KnownFailure | null {
  if (bytes[0] === alert && bytes[1] === tlsMajor) {
    return new KnownFailure({ code: 'tls-expected', detail: 'The answer to plain http is a TLS alert.' });
  }
  const isFrame = bytes.length >= frameHead && bytes[3] === settings;
  if (isFrame && bytes[0] === 0 && bytes.subarray(5, frameHead).every((byte) => byte === 0)) {
    return new KnownFailure({ code: 'tls-http2-only', detail: 'The answer begins with a frame of HTTP/2.' });
  }
  return null;
}
