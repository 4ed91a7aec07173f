/**
 * The connection to Redis, and whether it can be asked now. The first command that fails or takes too long
 * ends that: from then on nobody waits for Redis, until a check has gone through.
 */
import { Redis } from 'ioredis';

export interface RedisLinkOptions {
  /** `redis://user:password@host:port/database`, or `rediss://`; never shown. */
  readonly url: string;
  /** Does all that will be asked, so that Redis is only called there where all of it works. */
  readonly check: (redis: Redis) => Promise<void>;
  /** `reason`: a code such as ECONNREFUSED; null where Redis is there. */
  readonly onChange: (reason: string | null) => void;
  /** Milliseconds between checks; shorter in tests. */
  readonly pace?: { readonly whileThere: number; readonly whileGone: number };
}

export interface RedisLink {
  readonly redis: Redis;
  /** Null where Redis can't be asked now. */
  readonly ask: <T>(question: (redis: Redis) => Promise<T>) => Promise<T | null>;
  /** Resolves when it is known whether Redis is there. */
  readonly known: Promise<void>;
  readonly close: () => void;
}

/** Milliseconds that an upload may wait for Redis, before it goes on without. */
const longestWait = 500;
const usualPace = { whileThere: 10_000, whileGone: 1000 };

export function linkRedis({ url, check, onChange, pace = usualPace }: RedisLinkOptions): RedisLink {
  /** Undefined before the first check. */
  let isThere: boolean | undefined;
  let isClosed = false;
  let lastFault: unknown;
  let timer: NodeJS.Timeout | undefined;
  const redis = new Redis(url, {
    // RESP2 and no questions about the server: every version and every set of rights answers that.
    protocol: 2,
    enableReadyCheck: false,
    disableClientInfo: true,
    connectTimeout: longestWait,
    commandTimeout: longestWait,
    // A connection that is silent for so long is made anew.
    socketTimeout: 10 * longestWait,
    retryStrategy: () => pace.whileGone,
    // It became a replica: its name may belong to another one by now.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    // What can't be asked at once is not asked later either.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
  });
  let tellKnown = () => {};
  const known = new Promise<void>((resolve) => {
    tellKnown = resolve;
  });
  const change = (there: boolean, fault?: unknown) => {
    if (isClosed || isThere === there) return;
    isThere = there;
    onChange(there ? null : reasonOf(fault));
    tellKnown();
  };
  const checkLater = () => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(checkNow, isThere ? pace.whileThere : pace.whileGone).unref();
  };
  const fail = (fault: unknown) => {
    change(false, lastFault ?? fault);
    checkLater();
  };
  const checkNow = async () => {
    try {
      await check(redis);
      change(true);
      checkLater();
    } catch (fault) {
      fail(fault);
    }
  };
  redis.on('ready', () => {
    lastFault = undefined;
    void checkNow();
  });
  redis.on('error', (fault) => {
    lastFault = fault;
  });
  redis.on('close', () => fail(undefined));
  // A name server that is silent, say: the connection is then not even begun.
  timer = setTimeout(() => fail(new Error('timed out')), 2 * longestWait);
  return {
    redis,
    ask: async (question) => {
      if (!isThere) return null;
      try {
        return await question(redis);
      } catch (fault) {
        fail(fault);
        return null;
      }
    },
    known,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      redis.disconnect();
    },
  };
}

/** A code alone: messages may hold an address, a user name or a command with its arguments. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'closed';
  if ('code' in fault && typeof fault.code === 'string') return fault.code;
  const [code = 'closed'] = /^[A-Z]{3,}|timed out/.exec(fault.message) ?? [];
  return code;
}
