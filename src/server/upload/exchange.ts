/** The exchange on an open connection: request out, reply in, both at once, until one event ends it. */
import type { ProtocolEvent } from '../../upload/protocol.ts';
import type { Connection } from './connect.ts';
import { type ConnectionFacts, explainFailure } from './explain-failure.ts';
import { type Failure, failureOf } from './failure.ts';
import { type ReplyEnd, ReplyObserver } from './reply-observer.ts';
import { RequestWriter, type WriterOptions } from './request-writer.ts';

export interface ExchangeOptions extends Omit<WriterOptions, 'socket' | 'onMove' | 'onFailure'> {
  readonly connection: Connection;
  readonly method: string;
  /** The request's head says `Connection: close`: the server should close after its reply. */
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
 * Milliseconds to wait for bytes after a complete reply, where the server should close: its close ends
 * the wait, so it costs time only where a server does not do so.
 */
const excessWait = 50;

export class Exchange {
  private readonly options: ExchangeOptions;
  private readonly writer: RequestWriter;
  private readonly reply: ReplyObserver;
  private lastMove = performance.now();
  private isOver = false;
  /** The server closed its side. */
  private peerEnded = false;
  private endOfWait: (() => void) | null = null;
  private finished: () => void = () => {};
  /** Known only as long as the socket is open. */
  private readonly peer: Pick<ConnectionFacts, 'address' | 'port'>;

  constructor(options: ExchangeOptions) {
    this.options = options;
    const { socket } = options.connection;
    this.peer = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    const onMove = () => {
      this.lastMove = performance.now();
    };
    const onFailure = (failure: Failure) => this.fail(failure);
    this.writer = new RequestWriter({ ...options, socket, onMove, onFailure });
    this.reply = new ReplyObserver({
      ...options,
      onFailure,
      bodyBytesSent: () => this.writer.bodyBytes,
      onMove,
      onBytes: () => {
        if (this.reply.excess) this.endOfWait?.();
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
      this.reply.start();
      socket.on('error', (error) =>
        this.connectionLost(failureOf(error, this.reply.hasBegun ? 'reply' : 'request')),
      );
      socket.on('end', () => this.closedByPeer());
      socket.on('close', () => {
        const code = this.reply.hasBegun ? 'reset-during-reply' : 'reset-before-reply';
        this.connectionLost({ code, detail: 'The connection was closed.' });
        this.closedByPeer();
      });
      this.writer.start();
      if (signal.aborted) onAbort();
    });
  }

  private closedByPeer(): void {
    this.peerEnded = true;
    this.endOfWait?.();
  }

  /**
   * What a server that answered early does with the rest of the body is not a failure. The parser gets
   * the time to find out whether the reply was complete.
   */
  private connectionLost(failure: Failure): void {
    const look = () => {
      if (this.reply.isWaiting) setImmediate(look);
      else if (!this.reply.isComplete) this.fail(failure);
    };
    setImmediate(look);
  }

  private checkSilence(): void {
    const { silence, bodyLength, connection } = this.options;
    this.writer.reportStandstill();
    if (this.reply.isPassingOn) this.lastMove = performance.now();
    if (performance.now() - this.lastMove < silence) return;
    const isFed = this.writer.bodyBytes === bodyLength || connection.socket.writableNeedDrain;
    const waiting = !isFed
      ? 'more of the body to send'
      : this.reply.hasBegun
        ? 'the rest of the reply'
        : 'a reply';
    this.fail({
      code: 'silence',
      detail: `Nothing moved for ${silence / 1000} s while waiting for ${waiting}.`,
    });
  }

  /** The reply is complete; waits for more bytes only where that is cheap. */
  private replyEnded({ truncated, closes }: ReplyEnd): void {
    const at = this.options.now();
    const finish = () => {
      clearTimeout(timer);
      this.endOfWait = null;
      const { bytes: replyBytes, excess, trailers } = this.reply;
      this.finish({ type: 'end', at, replyBytes, truncated, excess, trailers });
    };
    let timer: NodeJS.Timeout | undefined;
    // Let the parser find out first whether more came after the end.
    setImmediate(() => {
      const isWhole = this.writer.bodyBytes === this.options.bodyLength;
      const isToClose = closes || this.options.asksToClose;
      if (truncated || this.reply.excess || this.peerEnded || !isWhole || !isToClose) return finish();
      this.endOfWait = finish;
      timer = setTimeout(finish, excessWait);
    });
  }

  private fail(failure: Failure): void {
    this.finish({ type: 'error', at: this.options.now(), ...failure });
  }

  /** Closes the connection, and reports the receipt and the last event. */
  private finish(event: ProtocolEvent): void {
    if (this.isOver) return;
    this.isOver = true;
    const { report } = this.options;
    const { socket } = this.options.connection;
    this.writer.stop();
    this.reply.stop();
    // An error may still follow the one that ended the exchange.
    socket.on('error', () => {});
    // After a reply the event comes first: nobody waits for the close.
    if (event.type === 'end') setImmediate(() => socket.destroy());
    else socket.destroy();
    void this.reportReceiptThen(event, report).then(() => this.finished());
  }

  private async reportReceiptThen(event: ProtocolEvent, report: ExchangeOptions['report']): Promise<void> {
    const receipt = this.writer.receipt(event.at);
    if (receipt !== null) void report(receipt);
    await report(event.type === 'error' ? { ...event, ...(await this.explainFailure(event)) } : event);
  }

  private explainFailure({ code, detail }: Failure): Promise<Failure> {
    const { connection, signal } = this.options;
    return explainFailure({ code, detail }, { tls: connection.tls, ...this.peer, signal });
  }
}
