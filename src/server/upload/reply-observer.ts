/** The reply as it comes in: its events, when it is complete and what went wrong. */
import type { IncomingMessage } from 'node:http';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import { asText, headerPairs, trailerPairs } from '../header-pairs.ts';
import type { Connection } from './connect.ts';
import { type Failure, failureOf } from './failure.ts';
import { JoinedPieces } from './joined-pieces.ts';
import { type ReplyReader, readReply } from './reply-reader.ts';

export interface ObserverOptions {
  readonly connection: Connection;
  /** Whether a reply has a body depends on it. */
  readonly method: string;
  /** Bytes of the reply's body that are passed on. */
  readonly maxReply: number;
  /** Bytes of the request's body handed to the socket so far. */
  readonly bodyBytesSent: () => number;
  readonly now: () => number;
  readonly report: (event: ProtocolEvent) => void | Promise<void>;
  /** Bytes came, whatever they are. */
  readonly onBytes: () => void;
  /**
   * The reply got further: a whole head, interim or not, or some of its body. Line breaks before a head,
   * half a head, framing of chunks: these may come for ever, and are no progress.
   */
  readonly onMove: () => void;
  /** The reply is complete, or longer than is read. */
  readonly onEnd: (end: ReplyEnd) => void;
  readonly onFailure: (failure: Failure) => void;
}

export interface ReplyEnd {
  readonly truncated: boolean;
  /** The server should close the connection now, by either side's headers. */
  readonly closes: boolean;
}

/** A server may send some, such as 103, but not endlessly. */
const maxInterims = 100;
/** Bytes that are read for each byte of a body that is taken: one in a chunk of its own is six. */
const mostOverhead = 8;
/** Bytes beside those: its heads and trailers. */
const besideBody = 1024 * 1024;

export class ReplyObserver {
  private readonly options: ObserverOptions;
  private readonly reader: ReplyReader;
  private response: IncomingMessage | undefined;
  /** Bytes up to the end of the last interim reply, and what came in one piece with it. */
  private ofInterims = 0;
  private seen = 0;
  private more = false;
  private over = false;
  private waiting = false;
  private readonly joined = new JoinedPieces((bytes) => this.passOn(bytes));

  constructor(options: ObserverOptions) {
    this.options = options;
    this.reader = readReply(options.connection, options.method, {
      onBytes: () => {
        // A piece of its own after the end; bytes in the same piece are reported by the parser.
        if (this.isComplete) this.more = true;
        options.onBytes();
      },
      bodyBytes: () => this.seen,
    });
  }

  /** Something of the reply that counts has come, if only of its head. */
  get hasBegun(): boolean {
    return this.response !== undefined || this.reader.received() > this.ofInterims;
  }

  get isComplete(): boolean {
    return this.response?.complete === true;
  }

  /** A piece of the reply waits for the reader of the events. */
  get isPassingOn(): boolean {
    return this.waiting;
  }

  /** Some of it came and waits for its turn to be parsed. */
  get isWaiting(): boolean {
    return this.reader.isWaiting();
  }

  /** Bytes of the reply's body so far. */
  get bytes(): number {
    return this.seen;
  }

  /** More came than belongs to the reply. */
  get excess(): boolean {
    return this.more;
  }

  get trailers(): readonly (readonly [name: string, value: string])[] {
    return this.response ? trailerPairs(this.response) : [];
  }

  start(): void {
    const { request } = this.reader;
    const { now, report, onMove, onEnd, onFailure } = this.options;
    let interims = 0;
    request.on('information', ({ statusCode }) => {
      if (this.over) return;
      this.ofInterims = this.reader.received();
      onMove();
      void report({ type: 'interim', at: now(), status: statusCode });
      interims += 1;
      if (interims >= maxInterims) {
        onFailure({ code: 'not-http', detail: `${interims} interim replies came, and no final one.` });
      }
    });
    request.on('response', (response) => this.readResponse(response));
    // We never ask for another protocol: the reply is shown, what follows it is not HTTP.
    request.on('upgrade', (response) => {
      this.reportHead(response);
      onEnd({ truncated: false, closes: false });
    });
    request.on('error', (error) => {
      // A fault after the last byte of a complete reply: more came than its length says.
      if (this.isComplete) this.more = true;
      else if (!this.over) onFailure(this.failure(error));
    });
  }

  /** No more events. */
  stop(): void {
    // What had come is kept, whatever ends it.
    this.joined.flush();
    this.over = true;
    this.reader.request.on('error', () => {});
    this.reader.request.destroy();
  }

  /** What the parser's error means depends on what had come. */
  private failure(error: Error): Failure {
    const failure = failureOf(error, this.hasBegun ? 'reply' : 'request');
    switch (failure.code) {
      case 'reset-before-reply':
        return { ...failure, detail: 'The server closed the connection without a reply.' };
      case 'reset-during-reply':
        return { ...failure, detail: 'The connection ended inside the head of the reply.' };
      default:
        return failure;
    }
  }

  private readResponse(response: IncomingMessage): void {
    const { maxReply, onMove, onEnd, onFailure } = this.options;
    const { httpVersion, httpVersionMajor, statusCode = 0 } = response;
    if (httpVersionMajor !== 1 || statusCode < 100) {
      const detail = `The reply claims to be HTTP/${httpVersion} with status ${statusCode}.`;
      onFailure({ code: 'not-http', detail });
      return;
    }
    onMove();
    this.reportHead(response);
    const mostBytes = maxReply * mostOverhead + besideBody;
    response.on('data', (piece: Buffer) => {
      if (this.over) return;
      onMove();
      const room = maxReply - this.seen;
      this.seen += piece.length;
      if (room > 0) this.joined.add(piece.subarray(0, room));
      const isTooLong = this.seen > maxReply || this.reader.received() > mostBytes;
      if (isTooLong) onEnd({ truncated: true, closes: true });
    });
    const cutShort = () => onFailure(this.cutShort(response));
    response.on('end', () => {
      this.joined.flush();
      if (response.complete) onEnd({ truncated: false, closes: saysClose(response) });
      else cutShort();
    });
    response.on('error', cutShort);
    response.on('aborted', cutShort);
  }

  private passOn(bytes: Buffer): void {
    const { now, report } = this.options;
    if (this.over) return;
    const taken = report({ type: 'reply-body', at: now(), base64: bytes.toString('base64') });
    if (!taken) return;
    this.response?.pause();
    this.waiting = true;
    void taken.then(() => {
      this.waiting = false;
      this.response?.resume();
    });
  }

  private reportHead(response: IncomingMessage): void {
    this.response = response;
    if (this.over) return;
    void this.options.report({
      type: 'reply-head',
      at: this.options.now(),
      httpVersion: response.httpVersion,
      status: response.statusCode ?? 0,
      statusText: asText(response.statusMessage ?? ''),
      headers: headerPairs(response),
      bodyBytesSent: this.options.bodyBytesSent(),
    });
  }

  private cutShort(response: IncomingMessage): Failure {
    const announced = response.headers['content-length'];
    const detail = announced
      ? `${this.seen} of ${announced} bytes of the reply came before the connection ended.`
      : 'The connection ended before the last chunk of the reply.';
    return { code: 'reply-too-short', detail };
  }
}

/** RFC 9112, 9.3: HTTP/1.0 closes unless it says otherwise. */
function saysClose({ headers, httpVersion }: IncomingMessage): boolean {
  const options = headers.connection?.toLowerCase().split(/[\s,]+/) ?? [];
  return options.includes('close') || (httpVersion === '1.0' && !options.includes('keep-alive'));
}
