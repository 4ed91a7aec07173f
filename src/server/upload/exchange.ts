/** The exchange on an open connection: request out, reply in, both at once, until one event ends it. */
import type { WireEvent } from '../../upload/protocol.ts';
import type { Connection } from './connect.ts';
import { type Circumstances, explained } from './explained.ts';
import { type Failure, failureOf } from './failure.ts';
import { type ReplyEnd, ReplyWatch } from './reply-watch.ts';
import { RequestWriter, type WriterOptions } from './request-writer.ts';

export interface ExchangeOptions extends Omit<WriterOptions, 'socket' | 'onMove' | 'onFailure'> {
  readonly connection: Connection;
  readonly method: string;
  /** The request's head says `Connection: close`: the server is to close behind its reply. */
  readonly asksToClose: boolean;
  /** Milliseconds without a byte either way. */
  readonly silence: number;
  /** Milliseconds for the whole exchange. */
  readonly total: number;
  /** Bytes of the reply's body that are passed on. */
  readonly maxReply: number;
  readonly signal: AbortSignal;
}

/**
 * Milliseconds in which bytes behind a complete reply are looked for, where the server is to close:
 * its close ends the look, so it costs time only where a server does not do what was said.
 */
const lateLook = 50;

export class Exchange {
  private readonly options: ExchangeOptions;
  private readonly writer: RequestWriter;
  private readonly watch: ReplyWatch;
  private lastMove = performance.now();
  private isOver = false;
  /** The server closed its side. */
  private peerEnded = false;
  private endOfLook: (() => void) | null = null;
  private finished: () => void = () => {};
  /** Known only as long as the socket is open. */
  private readonly peer: Pick<Circumstances, 'address' | 'port'>;

  constructor(options: ExchangeOptions) {
    this.options = options;
    const { socket } = options.connection;
    this.peer = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    const onMove = () => {
      this.lastMove = performance.now();
    };
    const onFailure = (failure: Failure) => this.fail(failure);
    this.writer = new RequestWriter({ ...options, socket, onMove, onFailure });
    this.watch = new ReplyWatch({
      ...options,
      onFailure,
      bodyBytesSent: () => this.writer.bodyBytes,
      onMove,
      onBytes: () => {
        if (this.watch.excess) this.endOfLook?.();
      },
      onEnd: (end) => this.replyEnded(end),
    });
  }

  run(): Promise<void> {
    const { connection, signal, silence, total } = this.options;
    const { socket } = connection;
    return new Promise((resolve) => {
      const silenceTimer = setInterval(() => this.checkSilence(), Math.max(10, Math.min(250, silence / 4)));
      const totalTimer = setTimeout(() => {
        this.fail({ code: 'total-timeout', detail: `The upload took more than ${total / 1000} s.` });
      }, total);
      const onAbort = () => this.fail({ code: 'cancelled', detail: '' });
      this.finished = () => {
        clearInterval(silenceTimer);
        clearTimeout(totalTimer);
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.watch.start();
      socket.on('error', (error) => this.broken(failureOf(error, this.watch.hasBegun ? 'reply' : 'request')));
      socket.on('end', () => this.closedByPeer());
      socket.on('close', () => {
        const code = this.watch.hasBegun ? 'reset-during-reply' : 'reset-before-reply';
        this.broken({ code, detail: 'The connection was closed.' });
        this.closedByPeer();
      });
      this.writer.start();
      if (signal.aborted) onAbort();
    });
  }

  private closedByPeer(): void {
    this.peerEnded = true;
    this.endOfLook?.();
  }

  /**
   * What a server that answered early does with the rest of the body is no failure. The parser is
   * given the time to say whether the reply was complete.
   */
  private broken(failure: Failure): void {
    const look = () => {
      if (this.watch.isWaiting) setImmediate(look);
      else if (!this.watch.isComplete) this.fail(failure);
    };
    setImmediate(look);
  }

  private checkSilence(): void {
    const { silence, bodyLength, connection } = this.options;
    this.writer.tellStandstill();
    if (this.watch.isPassingOn) this.lastMove = performance.now();
    if (performance.now() - this.lastMove < silence) return;
    const isFed = this.writer.bodyBytes === bodyLength || connection.socket.writableNeedDrain;
    const waiting = !isFed
      ? 'more of the body to send'
      : this.watch.hasBegun
        ? 'the rest of the reply'
        : 'a reply';
    this.fail({
      code: 'silence',
      detail: `Nothing moved for ${silence / 1000} s while waiting for ${waiting}.`,
    });
  }

  /** The reply is there; whether more comes behind it is looked for where it is cheap to know. */
  private replyEnded({ truncated, closes }: ReplyEnd): void {
    const at = this.options.now();
    const tell = () => {
      clearTimeout(timer);
      this.endOfLook = null;
      const { bytes: replyBytes, excess, trailers } = this.watch;
      this.last({ type: 'end', at, replyBytes, truncated, excess, trailers });
    };
    let timer: NodeJS.Timeout | undefined;
    // Let the parser say first whether more came behind the end.
    setImmediate(() => {
      const isWhole = this.writer.bodyBytes === this.options.bodyLength;
      const isToClose = closes || this.options.asksToClose;
      if (truncated || this.watch.excess || this.peerEnded || !isWhole || !isToClose) return tell();
      this.endOfLook = tell;
      timer = setTimeout(tell, lateLook);
    });
  }

  private fail(failure: Failure): void {
    this.last({ type: 'error', at: this.options.now(), ...failure });
  }

  /** Closes the connection, and tells the receipt and the event that ends all. */
  private last(event: WireEvent): void {
    if (this.isOver) return;
    this.isOver = true;
    const { report } = this.options;
    const { socket } = this.options.connection;
    this.writer.stop();
    this.watch.stop();
    // An error may still follow the one that ended the exchange.
    socket.on('error', () => {});
    // After a reply a person waits for the news, and nobody for the close.
    if (event.type === 'end') setImmediate(() => socket.destroy());
    else socket.destroy();
    void this.receiptThen(event, report).then(() => this.finished());
  }

  private async receiptThen(event: WireEvent, report: ExchangeOptions['report']): Promise<void> {
    const receipt = this.writer.receipt(event.at);
    if (receipt !== null) void report(receipt);
    await report(event.type === 'error' ? { ...event, ...(await this.explained(event)) } : event);
  }

  private explained({ code, detail }: Failure): Promise<Failure> {
    const { connection, signal } = this.options;
    return explained({ code, detail }, { tls: connection.tls, ...this.peer, signal });
  }
}
