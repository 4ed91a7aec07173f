/** What a person wants of drafts; kept across visits. */
import { useSyncExternalStore } from 'react';

export type DraftSettings =
  /** None is kept. */
  'off' | 'without passwords' | 'with passwords';

const key = 'media-upload-playground.drafts';
const listeners = new Set<() => void>();
/** Without storage the choice holds for this visit. */
let chosen: string | null = null;

function read(): DraftSettings {
  let stored = chosen;
  try {
    stored = localStorage.getItem(key) ?? chosen;
  } catch {}
  return stored === 'off' || stored === 'with passwords' ? stored : 'without passwords';
}

function choose(settings: DraftSettings): void {
  chosen = settings;
  try {
    localStorage.setItem(key, settings);
  } catch {}
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDraftSettings(): readonly [DraftSettings, (settings: DraftSettings) => void] {
  return [useSyncExternalStore(subscribe, read), choose];
}
