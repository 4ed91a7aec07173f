/**
 * One way to wait for everything that is awaited: queries for what is read, mutations for what is done.
 * The playground is mostly on this very machine, so what the browser says of the network, or a window that
 * gets the focus, is no reason to pause or to ask again; and nothing is tried twice unless a query says so.
 */
import { notifyManager, QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

// Not with a timer: a press right after a choice has to find that the file is still being read.
notifyManager.setScheduler(queueMicrotask);

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // All that an answer depends on is in its key, and a key of a view's own objects goes with the view.
        queryKeyHashFn: keyHash,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 0,
        structuralSharing: false,
      },
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
}

export function QueryProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Objects in a key count by identity: a blob, a plan or a worker is equal to nothing but itself. */
function keyHash(key: QueryKey): string {
  return key.map((part) => (isObject(part) ? `#${numberOf(part)}` : JSON.stringify(part))).join(' ');
}

const numbers = new WeakMap<object, number>();
let count = 0;

function numberOf(object: object): number {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(object, count);
  return count;
}

function isObject(part: unknown): part is object {
  return (typeof part === 'object' && part !== null) || typeof part === 'function';
}
