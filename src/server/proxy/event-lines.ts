/**
 * The answer of `/api/send`: an event a line. Events of a few milliseconds go out together: a small
 * upload takes no longer, and each write would wake the page.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ProtocolEvent } from '../../upload/protocol.ts';

/** Milliseconds that an event may wait for others. */
const moment = 10;
/** Characters that wait no longer. */
const enough = 64 * 1024;
/** Characters that are held, at most. */
const mostHeld = 256 * 1024;

export class EventLines {
  private readonly response: ServerResponse;
  private readonly signal: AbortSignal;
  /** Text, which costs less to gather than bytes do. */
  private waiting = '';
  private timer: NodeJS.Timeout | undefined;
  private drained: Promise<void> | undefined;
  private isHeld: boolean;

  /** `signal` ends every wait: the page has gone. `isHeld`: nothing goes out before `release`. */
  constructor(response: ServerResponse, signal: AbortSignal, isHeld = false) {
    this.response = response;
    this.signal = signal;
    this.isHeld = isHeld;
  }

  release(): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    if (this.waiting !== '') this.flush();
  }

  /** What it returns resolves once the page has taken what was written; undefined where it need not wait. */
  add(event: ProtocolEvent): Promise<void> | undefined {
    this.waiting += `${JSON.stringify(event)}\n`;
    if (this.isHeld) {
      if (this.waiting.length >= mostHeld) this.release();
    } else if (this.waiting.length >= enough) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), moment);
    return this.drained;
  }

  /** What is still waiting goes out with the end; where that is all, its length is known. */
  end(): void {
    this.response.end(this.take());
  }

  private flush(): void {
    if (this.response.write(this.take()) || this.response.destroyed) return;
    // One wait for however many events, over as well where the page is gone.
    this.drained ??= once(this.response, 'drain', { signal: this.signal })
      .then(nothing, nothing)
      .finally(() => {
        this.drained = undefined;
      });
  }

  private take(): string {
    clearTimeout(this.timer);
    this.timer = undefined;
    const text = this.waiting;
    this.waiting = '';
    return text;
  }
}

const nothing = () => {};
