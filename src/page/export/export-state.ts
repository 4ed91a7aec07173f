/** What the menu Export is set to, and what came of the last choice in it. Not kept: secrets stay out by default. */
import { useSyncExternalStore } from 'react';

export interface Exported {
  readonly title: string;
  readonly outcome: 'copied' | 'saved' | 'not copied' | 'failed';
  /** What its reader has to know, a sentence each. */
  readonly notes: readonly string[];
  /** What differs from the preview; empty where it is exact. */
  readonly differences: readonly string[];
  /** To be saved as well; null where there is none. */
  readonly file: { readonly name: string; readonly content: Blob } | null;
}

interface ExportState {
  readonly areSecretsIn: boolean;
  readonly last: Exported | null;
}

let state: ExportState = { areSecretsIn: false, last: null };
const listeners = new Set<() => void>();

export function setExportState(changes: Partial<ExportState>): void {
  state = { ...state, ...changes };
  for (const listener of listeners) listener();
}

export function useExportState(): ExportState {
  return useSyncExternalStore(subscribe, () => state);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
