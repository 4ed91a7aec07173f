import type { Readable } from 'node:stream';

/**
 * Reads and drops what is left of `source`. Resolves when it has ended or broken, or gave nothing
 * for `patience` milliseconds.
 */
export function readToEnd(source: Readable, patience: number): Promise<void> {
  return new Promise((resolve) => {
    if (source.readableEnded || source.destroyed) return resolve();
    const finish = () => {
      clearTimeout(timer);
      source.off('data', onData);
      for (const event of ends) source.off(event, finish);
      resolve();
    };
    const timer = setTimeout(finish, patience);
    const onData = () => void timer.refresh();
    source.on('data', onData);
    for (const event of ends) source.on(event, finish);
    source.resume();
  });
}

const ends = ['end', 'close', 'error'] as const;
