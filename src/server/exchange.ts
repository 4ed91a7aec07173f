/** The exchange on an open connection: request out, reply in, both at once, until one event ends it. */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { WireEvent } from '../wire/protocol.ts';
import type { Connection } from './connect.ts';
import { type Failure, failureOf } from './failure.ts';
import { asText, headerPairs, type ReplyReader, readReply, trailerPairs } from './reply-reader.ts';

export interface ExchangeOptions {
  readonly connection: Connection;
  readonly head: Buffer;
  readonly body: Readable;
  readonly bodyLength: number;
  readonly method: string;
  /** Milliseconds without a byte either way. */
  readonly silence: number;
  /** Milliseconds for the whole exchange. */
  readonly total: number;
  /** Bytes of the reply's body that are passed on. */
  readonly maxReply: number;
  readonly now: () => number;
  readonly report: (event: WireEvent) => void | Promise<void>;
  readonly signal: AbortSignal;
}

/** Milliseconds between two progress events. */
const progressEvery = 100;
/** A server may send some, such as 103, but not without end. */
const maxInterims = 100;

export class Exchange {
  private readonly options: ExchangeOptions;
  private readonly reader: ReplyReader;
  private bodySent = 0;
  private replyBytes = 0;
  private replyBegan = false;
  private response: IncomingMessage | undefined;
  private excess = false;
  /** A piece of the reply waits to be taken by whoever reads the events. */
  private passingOn = false;
  private lastActivity = performance.now();
  private lastProgress = 0;
  private over = false;
  private finished: () => void = () => {};

  constructor(options: ExchangeOptions) {
    this.options = options;
    this.reader = readReply(options.connection, options.method, () => this.touch());
  }

  run(): Promise<void> {
    const { connection, signal, body } = this.options;
    const { socket } = connection;
    return new Promise((resolve) => {
      this.finished = resolve;
      const watch = setInterval(
        () => this.checkSilence(),
        Math.max(10, Math.min(250, this.options.silence / 4)),
      );
      const total = setTimeout(() => {
        this.fail({
          code: 'total-timeout',
          detail: `The upload took more than ${this.options.total / 1000} s.`,
        });
      }, this.options.total);
      const onAbort = () => this.fail({ code: 'cancelled', detail: '' });
      this.finished = () => {
        clearInterval(watch);
        clearTimeout(total);
        signal.removeEventListener('abort', onAbort);
        // An error may still follow the one that ended the exchange.
        socket.on('error', () => {});
        this.reader.request.on('error', () => {});
        socket.destroy();
        body.pause();
        this.reader.request.destroy();
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.readReply();
      this.writeRequest();
      if (signal.aborted) onAbort();
    });
  }

  private writeRequest(): void {
    const { connection, head, body, bodyLength, now, report } = this.options;
    const { socket } = connection;
    socket.write(head, () => {
      if (this.over) return;
      void report({ type: 'head-sent', at: now(), head: head.toString('base64') });
    });
    const readOn = () => void body.resume();
    socket.on('drain', readOn);
    body.on('data', (chunk: Buffer) => {
      if (this.over) return;
      this.touch();
      if (this.bodySent + chunk.length > bodyLength) {
        const detail = `More bytes came than the ${bodyLength} that were announced.`;
        this.fail({ code: 'body-too-long', detail });
        return;
      }
      this.bodySent += chunk.length;
      const flowing = socket.write(chunk, () => this.touch());
      if (!flowing) body.pause();
      this.reportProgress();
    });
    body.on('end', () => {
      if (this.over) return;
      if (this.bodySent < bodyLength) {
        const detail = `${this.bodySent} of ${bodyLength} bytes came before the source ended.`;
        this.fail({ code: 'body-too-short', detail });
        return;
      }
      socket.write('', () => {
        if (!this.over) void report({ type: 'body-sent', at: now(), bytes: this.bodySent });
      });
    });
    body.on('error', (error) => {
      this.fail({ code: 'media-unreadable', detail: error.message });
    });
    // Whoever read the envelope from the same stream has paused it.
    body.resume();
    socket.on('error', (error) => this.broken(failureOf(error, this.replyBegan ? 'reply' : 'request')));
    socket.on('close', () => {
      const code = this.replyBegan ? 'reset-during-reply' : 'reset-before-reply';
      this.broken({ code, detail: 'The connection was closed.' });
    });
  }

  /**
   * What a server that answered early does with the rest of the body is no failure. The parser is
   * given the time to say whether the reply was complete.
   */
  private broken(failure: Failure): void {
    setImmediate(() => {
      if (this.response?.complete !== true) this.fail(failure);
    });
  }

  private readReply(): void {
    const { request } = this.reader;
    const { now, report } = this.options;
    let interims = 0;
    request.on('information', ({ statusCode }) => {
      if (this.over) return;
      void report({ type: 'interim', at: now(), status: statusCode });
      interims += 1;
      if (interims >= maxInterims) {
        this.fail({ code: 'not-http', detail: `${interims} interim replies came, and none that counts.` });
      }
    });
    request.on('response', (response) => this.readResponse(response));
    // Nobody asked for another protocol: the reply is shown, what follows it is not HTTP.
    request.on('upgrade', (response) => {
      this.response = response;
      this.reportHead(response);
      this.end(false);
    });
    request.on('error', (error) => {
      if (this.over) return;
      // A fault behind the last byte of a complete reply: more came than its length says.
      if (this.response?.complete) this.excess = true;
      else this.fail(this.replyFailure(error));
    });
  }

  /** What the parser's error means depends on what had come. */
  private replyFailure(error: Error): Failure {
    const failure = failureOf(error, this.replyBegan ? 'reply' : 'request');
    const hungUp = failure.code === 'reset-before-reply';
    if (hungUp && this.reader.received() > 0) {
      return { code: 'reset-during-reply', detail: 'The connection ended inside the head of the reply.' };
    }
    return hungUp ? { ...failure, detail: 'The server closed the connection without an answer.' } : failure;
  }

  private readResponse(response: IncomingMessage): void {
    const { now, report, maxReply } = this.options;
    this.response = response;
    this.reportHead(response);
    response.on('data', (chunk: Buffer) => {
      if (this.over) return;
      const room = maxReply - this.replyBytes;
      this.replyBytes += chunk.length;
      if (room > 0) {
        const taken = report({
          type: 'reply-body',
          at: now(),
          base64: chunk.subarray(0, room).toString('base64'),
        });
        if (taken) {
          response.pause();
          this.passingOn = true;
          void taken.then(() => {
            this.passingOn = false;
            response.resume();
          });
        }
      }
      if (this.replyBytes > maxReply) this.end(true);
    });
    response.on('end', () => {
      if (response.complete) this.end(false);
      else this.fail(this.cutShort(response));
    });
    response.on('error', () => this.fail(this.cutShort(response)));
    response.on('aborted', () => this.fail(this.cutShort(response)));
  }

  private reportHead(response: IncomingMessage): void {
    this.replyBegan = true;
    void this.options.report({
      type: 'reply-head',
      at: this.options.now(),
      httpVersion: response.httpVersion,
      status: response.statusCode ?? 0,
      statusText: asText(response.statusMessage ?? ''),
      headers: headerPairs(response),
      bodyBytesSent: this.bodySent,
    });
  }

  private cutShort(response: IncomingMessage): Failure {
    const announced = response.headers['content-length'];
    const detail = announced
      ? `${this.replyBytes} of ${announced} bytes of the reply came before the connection ended.`
      : 'The connection ended before the last chunk of the reply.';
    return { code: 'reply-too-short', detail };
  }

  private checkSilence(): void {
    const { silence, bodyLength, connection } = this.options;
    if (this.passingOn) this.touch();
    if (performance.now() - this.lastActivity < silence) return;
    const isFed = this.bodySent === bodyLength || connection.socket.writableNeedDrain;
    const waiting = !isFed
      ? 'more of the body to send'
      : this.replyBegan
        ? 'the rest of the reply'
        : 'a reply';
    this.fail({
      code: 'silence',
      detail: `Nothing moved for ${silence / 1000} s while waiting for ${waiting}.`,
    });
  }

  private touch(): void {
    this.lastActivity = performance.now();
  }

  private reportProgress(): void {
    if (this.lastActivity - this.lastProgress < progressEvery) return;
    this.lastProgress = this.lastActivity;
    void this.options.report({ type: 'progress', at: this.options.now(), bytes: this.bodySent });
  }

  private end(truncated: boolean): void {
    // Let the parser say first whether more came behind the end.
    setImmediate(() => {
      this.last({
        type: 'end',
        at: this.options.now(),
        replyBytes: this.replyBytes,
        truncated,
        excess: this.excess,
        trailers: this.response ? trailerPairs(this.response) : [],
      });
    });
  }

  private fail(failure: Failure): void {
    this.last({ type: 'error', at: this.options.now(), ...failure });
  }

  private last(event: WireEvent): void {
    if (this.over) return;
    this.over = true;
    void Promise.resolve(this.options.report(event)).then(() => this.finished());
  }
}
