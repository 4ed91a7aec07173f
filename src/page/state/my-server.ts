/** The server that a person has, of those that were measured: kept across visits, on this computer only. */
import { useSyncExternalStore } from 'react';

const key = 'media-upload-playground.server';
const listeners = new Set<() => void>();
let chosen: string | null = null;

function stored(): string {
  if (chosen !== null) return chosen;
  try {
    chosen = localStorage.getItem(key) ?? '';
  } catch {
    chosen = '';
  }
  return chosen;
}

function choose(id: string): void {
  chosen = id;
  try {
    if (id === '') localStorage.removeItem(key);
    else localStorage.setItem(key, id);
  } catch {
    // Without storage the choice holds for this visit.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Its id in the measured table; empty: none chosen. */
export function useMyServer(): readonly [id: string, choose: (id: string) => void] {
  return [useSyncExternalStore(subscribe, stored), choose];
}
