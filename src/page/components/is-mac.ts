import { useBrowserValue } from './use-browser-value.ts';

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Whether keys are pressed with ⌘ here. */
export function useIsMac(): boolean {
  return useBrowserValue(isMac, false);
}
