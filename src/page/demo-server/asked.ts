/** What the demo server's control was asked for: by its buttons, and by commands from anywhere. */
import { useSyncExternalStore } from 'react';

export type Asked =
  | { readonly kind: 'list' }
  | { readonly kind: 'next' }
  /** The name of a choice (server-choices.ts). */
  | { readonly kind: 'choice'; readonly id: string }
  | null;

let asked: Asked = null;
const listeners = new Set<() => void>();

export function ask(next: Asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAsked(): Asked {
  return useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  );
}
