/** Writes the request: head, then body, with the events about it. */
import type { Socket } from 'node:net';
import type { ProtocolEvent } from '../../upload/protocol.ts';
import type { RunningHash } from '../../upload/running-hash.ts';
import type { BodySource } from './body-source.ts';
import type { Failure } from './failure.ts';
import { ReceiptWriter } from './receipt-writer.ts';

export interface WriterOptions {
  readonly socket: Socket;
  readonly head: Buffer;
  readonly body: BodySource;
  readonly bodyLength: number;
  /** For the receipt; null where there is no WebAssembly. */
  readonly hash: RunningHash | null;
  readonly now: () => number;
  readonly report: (event: ProtocolEvent) => void | Promise<void>;
  /** Bytes moved. */
  readonly onMove: () => void;
  readonly onFailure: (failure: Failure) => void;
}

/** Milliseconds between two progress events. */
const progressEvery = 100;
/** Milliseconds without one after which one is sent although nothing moves. */
const standstill = 1000;

export class RequestWriter {
  private readonly options: WriterOptions;
  private readonly writer: ReceiptWriter;
  private lastProgress = 0;
  private isHeadReported = false;
  private over = false;

  constructor(options: WriterOptions) {
    this.options = options;
    this.writer = new ReceiptWriter(options.socket, options.hash);
  }

  /** Bytes of the body handed to the socket so far. */
  get bodyBytes(): number {
    return this.writer.bodyBytes;
  }

  start(): void {
    const { socket, head, body, bodyLength, onMove, onFailure } = this.options;
    // Available bytes of the body go out with the head.
    socket.cork();
    this.writer.write(head, () => this.reportHead());
    body.open({
      take: (bytes, release) => {
        onMove();
        if (this.bodyBytes + bytes.length > bodyLength) {
          release();
          const detail = `More bytes came than the ${bodyLength} that were announced.`;
          onFailure({ code: 'body-too-long', detail });
          return;
        }
        this.writer.write(bytes, () => {
          onMove();
          release();
        });
        this.reportProgressIfDue();
      },
      end: () => this.endOfBody(),
      fail: ({ message }) => onFailure({ code: 'media-unreadable', detail: message }),
    });
    socket.uncork();
  }

  /**
   * Reports progress while the body is held up. To be called now and then: a caller that left is
   * noticed only when something is written to it, because its end comes after bytes that are not read.
   */
  reportStandstill(): void {
    const { bodyLength, now } = this.options;
    if (this.bodyBytes < bodyLength && now() - this.lastProgress >= standstill) this.reportProgress();
  }

  /** Nothing more is written, and nothing reported but the receipt. */
  stop(): void {
    this.options.body.close();
    this.reportHead();
    this.over = true;
  }

  /** Null where not even the head was written. Only after `stop`. */
  receipt(at: number): ProtocolEvent | null {
    return this.writer.writtenHead === null ? null : this.writer.receipt(at);
  }

  private reportHead(): void {
    const { now, report } = this.options;
    const { writtenHead } = this.writer;
    if (this.isHeadReported || writtenHead === null) return;
    this.isHeadReported = true;
    void report({ type: 'head-sent', at: now(), head: writtenHead.toString('base64') });
  }

  private endOfBody(): void {
    const { bodyLength, socket, now, report, onFailure } = this.options;
    const bytes = this.bodyBytes;
    if (bytes < bodyLength) {
      const detail = `${bytes} of ${bodyLength} bytes came before the source ended.`;
      onFailure({ code: 'body-too-short', detail });
      return;
    }
    // No bytes: called back once those before it are with the kernel.
    socket.write('', () => {
      if (!this.over) void report({ type: 'body-sent', at: now(), bytes });
    });
  }

  private reportProgressIfDue(): void {
    if (this.options.now() - this.lastProgress >= progressEvery) this.reportProgress();
  }

  private reportProgress(): void {
    this.lastProgress = this.options.now();
    void this.options.report({ type: 'progress', at: this.lastProgress, bytes: this.bodyBytes });
  }
}
