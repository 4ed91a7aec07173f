/** What a person wants kept in this browser's database; the choice itself is kept across visits. */
import { useSyncExternalStore } from 'react';

export type KeepChoice =
  /** Nothing. */
  'off' | 'without passwords' | 'with passwords';

export interface StoredKeepChoice {
  /** As it is now, whichever tab it was made in. */
  readonly read: () => KeepChoice;
  readonly use: () => readonly [KeepChoice, (choice: KeepChoice) => void];
}

export function storedKeepChoice(key: string): StoredKeepChoice {
  const listeners = new Set<() => void>();
  /** Without storage the choice holds for this visit. */
  let chosen: string | null = null;

  function read(): KeepChoice {
    let stored = chosen;
    try {
      stored = localStorage.getItem(key) ?? chosen;
    } catch {}
    return stored === 'off' || stored === 'with passwords' ? stored : 'without passwords';
  }

  function choose(choice: KeepChoice): void {
    chosen = choice;
    try {
      localStorage.setItem(key, choice);
    } catch {}
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    window.addEventListener('storage', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('storage', listener);
    };
  }

  return { read, use: () => [useSyncExternalStore(subscribe, read), choose] };
}
