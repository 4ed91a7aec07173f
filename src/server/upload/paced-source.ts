/** A body that goes out no faster than so many bytes a second, as from a phone on a bad line. */
import type { BodyConsumer, BodySource } from './body-source.ts';

/** Milliseconds from one piece to the next. */
const beat = 100;

interface Piece {
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

export function pacedSource(source: BodySource, bytesPerSecond: number): BodySource {
  const each = Math.max(1, Math.round((bytesPerSecond * beat) / 1000));
  const waiting: Piece[] = [];
  let timer: ReturnType<typeof setInterval> | null = null;
  let hasEnded = false;
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const give = (consumer: BodyConsumer) => {
    const next = waiting.shift();
    if (next !== undefined) consumer.take(next.bytes, next.release);
    else if (hasEnded) {
      stop();
      consumer.end();
    }
  };
  return {
    open: (consumer) => {
      timer = setInterval(() => give(consumer), beat);
      source.open({
        take: (bytes, release) => {
          let unreleased = Math.ceil(bytes.length / each);
          const releaseOne = () => {
            unreleased -= 1;
            if (unreleased === 0) release();
          };
          for (let at = 0; at < bytes.length; at += each)
            waiting.push({ bytes: bytes.subarray(at, at + each), release: releaseOne });
          if (bytes.length === 0) release();
        },
        end: () => {
          hasEnded = true;
        },
        fail: (error) => {
          stop();
          consumer.fail(error);
        },
      });
    },
    close: () => {
      stop();
      waiting.length = 0;
      source.close();
    },
  };
}
