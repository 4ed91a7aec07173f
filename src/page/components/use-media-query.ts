import { useMemo, useSyncExternalStore } from 'react';

/** Whether it holds now; false in the page as built, until it comes alive. */
export function useMediaQuery(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => list.matches,
    () => false,
  );
}
