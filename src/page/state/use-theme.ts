/** Light or dark: as the system has it, or as the person set it. Kept across visits; no secret. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useBrowserValue } from '../components/use-browser-value.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'media-upload-playground.theme';
const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function subscribe(listener: () => void): () => void {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
}

export interface Theme {
  readonly choice: ThemeChoice;
  readonly effective: 'light' | 'dark';
  readonly choose: (choice: ThemeChoice) => void;
}

export function useTheme(): Theme {
  const [chosen, setChoice] = useState(storedChoice);
  const choice = useBrowserValue(chosen, 'system');
  const systemIsDark = useSyncExternalStore(
    subscribe,
    () => darkQuery.matches,
    () => false,
  );

  useEffect(() => {
    if (chosen === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = chosen;
    try {
      if (chosen === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, chosen);
    } catch {
      // Without storage the choice holds for this visit.
    }
  }, [chosen]);

  const effective = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen;
  return useMemo(() => ({ choice, effective, choose: setChoice }), [choice, effective]);
}
