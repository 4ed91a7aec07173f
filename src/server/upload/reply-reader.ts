/**
 * Reads a reply with Node's own HTTP parser although the request was written by hand: a request
 * object of node:http is given a stream whose writing side swallows what it writes and whose
 * reading side is the real socket. So interim replies, chunks, trailers and the order and case of
 * headers are read as Node reads them, and what is sent stays ours to the byte.
 */
import { type ClientRequest, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Connection } from './connect.ts';
import { strangeReply } from './strange-reply.ts';

/** Bytes of the reply's head. */
const maxReplyHead = 256 * 1024;

export interface ReplyReader {
  readonly request: ClientRequest;
  /** Bytes that came from the socket so far. */
  readonly received: () => number;
}

const protocol = 'HTTP/';
/** Line breaks before a head, which the parser passes over without end. */
const mostBlank = 1024;
const noHttp = (words = `Expected ${protocol}`) =>
  Object.assign(new Error(words), { code: 'HPE_INVALID_CONSTANT' });

/** `method` matters to the parser: it says whether a reply has a body. `onBytes` hears of all that comes. */
export function readReply({ socket, inlet }: Connection, method: string, onBytes: () => void): ReplyReader {
  let received = 0;
  /** The first bytes, until they are enough to tell HTTP from what the parser takes as well (RTSP). */
  let beginning = Buffer.alloc(0);
  const stream = new Duplex({
    write: (_chunk, _encoding, done) => done(),
    read: () => void socket.resume(),
    // The socket is closed by who opened it.
    destroy: (error, done) => done(error),
  });
  inlet.open(socket, (bytes) => {
    received += bytes.length;
    onBytes();
    if (beginning.length < protocol.length) {
      beginning = Buffer.concat([beginning, beginning.length > 0 ? bytes : behindLineBreaks(bytes)]);
      const given = beginning.toString('latin1', 0, protocol.length);
      if (!protocol.startsWith(given)) stream.destroy(strangeReply(beginning) ?? noHttp());
      else if (given === '' && received > mostBlank) stream.destroy(noHttp('Only line breaks came.'));
    }
    return stream.destroyed || stream.push(bytes);
  });
  socket.on('end', () => {
    if (!stream.destroyed) stream.push(null);
  });
  const request = httpRequest({
    // In exact case (RFC 9110, 9.1): Node would take `head` for HEAD.
    method: method === 'HEAD' ? method : 'POST',
    createConnection: () => stream as unknown as Socket,
    maxHeaderSize: maxReplyHead,
    setHost: false,
    headers: { connection: 'close' },
  });
  // Else the parser drops those behind the first thousand, and does not say so.
  request.maxHeadersCount = 0;
  request.end();
  return { request, received: () => received };
}

/** The parser passes over them, too (RFC 9112, 2.2). */
function behindLineBreaks(bytes: Buffer): Buffer {
  const at = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  return at < 0 ? bytes.subarray(bytes.length) : bytes.subarray(at);
}
