/** Where the bytes of a body come from: one piece after the other, each kept until it is released. */
import type { Readable } from 'node:stream';

export interface BodyConsumer {
  /** `bytes` may be overwritten once `release` was called, and not before. */
  readonly take: (bytes: Uint8Array, release: () => void) => void;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
}

export interface BodySource {
  /** Starts. A consumer that does not release holds it up. */
  readonly open: (consumer: BodyConsumer) => void;
  /** Stops; the rest stays where it is. */
  readonly close: () => void;
}

/** Bytes that may be unreleased before a stream has to wait. */
const ahead = 256 * 1024;

/** `readable` gives its consumer bytes to keep, as streams of Node do; it is left paused. */
export function sourceOf(readable: Readable): BodySource {
  let unreleased = 0;
  const isAhead = () => unreleased >= ahead;
  let detach = () => {};
  return {
    open: (consumer) => {
      let isOpen = true;
      const onData = (bytes: Uint8Array) => {
        unreleased += bytes.length;
        if (isAhead()) readable.pause();
        consumer.take(bytes, () => {
          unreleased -= bytes.length;
          if (isOpen && !isAhead() && readable.isPaused()) readable.resume();
        });
      };
      const onError = (error: Error) => {
        if (isOpen) consumer.fail(error);
      };
      readable.on('data', onData).on('end', consumer.end).on('error', onError);
      detach = () => {
        // The listener for errors stays: an error without one would end the process.
        isOpen = false;
        readable.off('data', onData).off('end', consumer.end).pause();
      };
      // Whoever read the envelope from the same stream has paused it.
      readable.resume();
    },
    close: () => detach(),
  };
}
