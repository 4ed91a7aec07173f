/** How a process shuts down: not ready, then no new connection, then the running uploads, then the rest. */
import type { Server } from 'node:http';

export interface ShutdownLimits {
  /** How long it still takes uploads while it says that it is not ready. */
  readonly delaySeconds: number;
  /** How long uploads that are running may take from then on. */
  readonly uploadsSeconds: number;
}

/** Milliseconds for what is no upload, such as a file of the page on a slow line. */
const forTheRest = 2000;

export interface Shutdown {
  readonly isReady: () => boolean;
  /** `server` stops listening; `idle` resolves when no upload runs; `closeAll` ends every connection. */
  readonly run: (server: Server, idle: () => Promise<void>, closeAll: () => Promise<void>) => Promise<void>;
}

export function createShutdown({ delaySeconds, uploadsSeconds }: ShutdownLimits): Shutdown {
  let ready = true;
  return {
    isReady: () => ready,
    run: async (server, idle, closeAll) => {
      ready = false;
      await within(delaySeconds * 1000, new Promise(() => {}));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const isIdle = await within(uploadsSeconds * 1000, idle());
      if (isIdle) await within(forTheRest, closed);
      await closeAll();
    },
  };
}

/** True once `promise` resolved, false where it did not within `milliseconds`. */
function within(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    void promise.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
