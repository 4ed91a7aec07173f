/** The tour: whether it is offered, which is once, and the step it is at. */
import { useSyncExternalStore } from 'react';

const key = 'media-upload-playground.tour';

export interface TourState {
  readonly isOffered: boolean;
  /** From 0; null while it is not on. */
  readonly step: number | null;
}

function firstState(): TourState {
  try {
    const isOffered = localStorage.getItem(key) === null;
    localStorage.setItem(key, 'offered');
    return { isOffered, step: null };
  } catch {
    // It could not be kept that it was offered, and so it would be each time.
    return { isOffered: false, step: null };
  }
}

let state: TourState | null = null;
const listeners = new Set<() => void>();
// Asked for the first time where it is shown, after the first paint.
const current = () => {
  state ??= firstState();
  return state;
};

/** Its step; null ends it. Neither brings the offer back. */
export function goToTourStep(step: number | null): void {
  state = { isOffered: false, step };
  for (const listener of listeners) listener();
}

export function useTour(): TourState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
