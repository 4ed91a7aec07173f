import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * What only the browser knows: the build draws the page with `built` in its place, and so does the script
 * while it adopts what index.html holds. `value` must be the same from one call to the next.
 */
export function useBrowserValue<T>(value: T, built: T): T {
  return useSyncExternalStore(
    never,
    () => value,
    () => built,
  );
}
