/** The streams of the real process. */
import type { Writable } from 'node:stream';
import { OutputClosed, type Streams } from './console.ts';

export function processStreams(): Streams {
  return {
    out: writer(process.stdout),
    err: writer(process.stderr),
    isTerminal: process.stdout.isTTY === true,
    input: () => process.stdin as AsyncIterable<Uint8Array>,
    stop: stopSignal,
  };
}

/** Waits for each chunk to be taken, so that a pipe gets everything and memory stays flat. */
export function writer(stream: Writable): (chunk: string | Uint8Array) => Promise<void> {
  // Without a listener the failure that `write` reports to its callback would also end the process.
  stream.on('error', () => {});
  return (chunk) =>
    new Promise((resolve, reject) => {
      stream.write(chunk, (error) => {
        if (!error) resolve();
        else if (isClosed(error)) reject(new OutputClosed());
        else reject(error);
      });
    });
}

function isClosed(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || error.code === 'EOF';
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = () => {
    // A second signal, of either kind, finds no listener and ends the process at once.
    for (const signal of signals) process.off(signal, stop);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, stop);
  return controller.signal;
}
