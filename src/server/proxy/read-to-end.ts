import type { Readable } from 'node:stream';

/** Bytes that have to come within the timeout, else the caller is not waited for. */
const worthWaiting = 256 * 1024;

/**
 * Time for a caller to send what is read and dropped: `timeout` milliseconds, and as many again for
 * each 256 KiB received. A caller that sends a byte now and then gets the first ones only.
 */
export class ProgressTimeout {
  private readonly timer: NodeJS.Timeout;
  private bytes = 0;

  constructor(timeout: number, onOver: () => void) {
    this.timer = setTimeout(onOver, timeout);
  }

  came(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes < worthWaiting) return;
    this.bytes = 0;
    this.timer.refresh();
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** Reads and drops what is left of `source`. Resolves when it has ended or broken, or its time is over. */
export function readToEnd(source: Readable, timeout: number): Promise<void> {
  return new Promise((resolve) => {
    if (source.readableEnded || source.destroyed) return resolve();
    const finish = () => {
      timer.end();
      source.off('data', onData);
      for (const event of ends) source.off(event, finish);
      resolve();
    };
    const timer = new ProgressTimeout(timeout, finish);
    const onData = ({ length }: Buffer) => timer.came(length);
    source.on('data', onData);
    for (const event of ends) source.on(event, finish);
    source.resume();
  });
}

const ends = ['end', 'close', 'error'] as const;
