/**
 * The answer of `/api/send`: an event a line. What happens within a moment goes out together: a small
 * upload is over within a few milliseconds, and each write of its own would wake the page.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { WireEvent } from '../../wire/protocol.ts';

/** Milliseconds that an event may wait for others. */
const moment = 10;
/** Bytes that wait no longer. */
const enough = 64 * 1024;

export class EventLines {
  private readonly response: ServerResponse;
  private readonly signal: AbortSignal;
  private readonly waiting: Buffer[] = [];
  private bytes = 0;
  private timer: NodeJS.Timeout | undefined;
  private drained: Promise<void> | undefined;

  /** `signal` ends every wait: nobody reads any more. */
  constructor(response: ServerResponse, signal: AbortSignal) {
    this.response = response;
    this.signal = signal;
  }

  /** What it returns resolves once the page has taken what was written; undefined where it need not wait. */
  add(event: WireEvent): Promise<void> | undefined {
    const line = lineOf(event);
    this.waiting.push(line);
    this.bytes += line.length;
    if (this.bytes >= enough) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), moment);
    return this.drained;
  }

  end(): void {
    this.write();
    this.response.end();
  }

  private flush(): void {
    if (this.write() || this.response.destroyed) return;
    // One wait for however many events, over as well where the page is gone.
    this.drained ??= once(this.response, 'drain', { signal: this.signal })
      .then(nothing, nothing)
      .finally(() => {
        this.drained = undefined;
      });
  }

  /** All that waits, in one write and without another copy; false where the page does not keep up. */
  private write(): boolean {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.bytes = 0;
    this.response.cork();
    const taken = this.waiting.splice(0).map((line) => this.response.write(line));
    this.response.uncork();
    return taken.at(-1) ?? true;
  }
}

const nothing = () => {};

/** Base64 is put in as it is: to look through it for what JSON escapes would cost more than all the rest. */
function lineOf(event: WireEvent): Buffer {
  switch (event.type) {
    case 'receipt': {
      const { first, last, ...rest } = event;
      return ascii(opened(rest), ',"first":"', first, '","last":"', last, '"}\n');
    }
    case 'reply-body': {
      const { base64, ...rest } = event;
      return ascii(opened(rest), ',"base64":"', base64, '"}\n');
    }
    default:
      return Buffer.from(`${JSON.stringify(event)}\n`);
  }
}

/** An object's JSON without its last brace. */
function opened(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}

/** Joined without a string of them all. */
function ascii(...texts: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const text of texts) at += bytes.write(text, at, 'latin1');
  return bytes;
}
