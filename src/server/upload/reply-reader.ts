/**
 * Reads a reply with Node's own HTTP parser although the request was written by hand: a request
 * object of node:http is given a stream whose writing side swallows what it writes and whose
 * reading side is the real socket. So interim replies, chunks, trailers and the order and case of
 * headers are read as Node reads them, and what is sent stays ours to the byte.
 */
import { type ClientRequest, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { hasBudget, spend, whenBudget } from '../parsing-budget.ts';
import type { Connection } from './connect.ts';
import { strangeReply } from './strange-reply.ts';

/** Bytes of the reply's head. */
const maxReplyHead = 256 * 1024;

export interface ReplyReader {
  readonly request: ClientRequest;
  /** Bytes that came from the socket so far. */
  readonly received: () => number;
  /** Some of them wait for their turn to be parsed. */
  readonly isWaiting: () => boolean;
}

export interface ReplyListener {
  /** Bytes are handed to the parser, whatever they are. */
  readonly onBytes: () => void;
  /** Bytes of the reply's body that the parser gave so far: what else it took is framing. */
  readonly bodyBytes: () => number;
}

/** Bytes that are parsed without a look at the budget of the turn. */
const portion = 4 * 1024;

const protocol = 'HTTP/';
/** Line breaks before a head, which the parser passes over without end. */
const mostBlank = 1024;
const noHttp = (words = `Expected ${protocol}`) =>
  Object.assign(new Error(words), { code: 'HPE_INVALID_CONSTANT' });

/** `method` matters to the parser: it says whether a reply has a body. */
export function readReply(
  { socket, reader }: Connection,
  method: string,
  { onBytes, bodyBytes }: ReplyListener,
): ReplyReader {
  let received = 0;
  /** The first bytes, until they are enough to tell HTTP from what the parser takes as well (RTSP). */
  let beginning = Buffer.alloc(0);
  const stream = new Duplex({
    write: (_chunk, _encoding, done) => done(),
    read: () => {
      if (feed()) socket.resume();
    },
    // The socket is closed by who opened it.
    destroy: (error, done) => done(error),
  });
  /** What came and is not parsed. */
  let rest: Buffer = Buffer.alloc(0);
  let hasEnded = false;
  let isWaiting = false;
  let isFeeding = false;
  /** Hands on what came, as far as the parser and the budget of this turn allow; true where more is wanted. */
  const feed = (): boolean => {
    if (isWaiting || isFeeding) return false;
    isFeeding = true;
    let isWanted = true;
    while (rest.length > 0 && isWanted && !stream.destroyed && hasBudget()) {
      const part = rest.subarray(0, portion);
      rest = rest.subarray(part.length);
      const before = bodyBytes();
      onBytes();
      isWanted = stream.push(part);
      spend(Math.max(0, part.length - (bodyBytes() - before)));
    }
    isFeeding = false;
    if (stream.destroyed) {
      // After the end of the reply, or of what looks like one.
      if (rest.length > 0) onBytes();
      rest = Buffer.alloc(0);
      return true;
    }
    if (rest.length > 0 && isWanted) {
      isWaiting = true;
      whenBudget(() => {
        isWaiting = false;
        if (feed()) socket.resume();
      });
    }
    if (rest.length > 0) return false;
    if (hasEnded) stream.push(null);
    hasEnded = false;
    return isWanted;
  };
  reader.open(socket, (bytes) => {
    received += bytes.length;
    if (beginning.length < protocol.length) {
      beginning = Buffer.concat([beginning, beginning.length > 0 ? bytes : afterLineBreaks(bytes)]);
      const given = beginning.toString('latin1', 0, protocol.length);
      if (!protocol.startsWith(given)) stream.destroy(strangeReply(beginning) ?? noHttp());
      else if (given === '' && received > mostBlank) stream.destroy(noHttp('Only line breaks came.'));
    }
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    return feed();
  });
  socket.on('end', () => {
    hasEnded = true;
    feed();
  });
  const request = httpRequest({
    // In exact case (RFC 9110, 9.1): Node would take `head` for HEAD.
    method: method === 'HEAD' ? method : 'POST',
    createConnection: () => stream as unknown as Socket,
    maxHeaderSize: maxReplyHead,
    setHost: false,
    headers: { connection: 'close' },
  });
  // Else the parser silently drops those after the first thousand.
  request.maxHeadersCount = 0;
  request.end();
  return { request, received: () => received, isWaiting: () => isWaiting };
}

/** The parser passes over them, too (RFC 9112, 2.2). */
function afterLineBreaks(bytes: Buffer): Buffer {
  const at = bytes.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
  return at < 0 ? bytes.subarray(bytes.length) : bytes.subarray(at);
}
