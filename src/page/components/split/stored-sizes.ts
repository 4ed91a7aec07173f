/** The sizes of panes as a person left them, kept from visit to visit. Without storage they hold for this one. */
import { readSizes } from './pane-sizes.ts';

/** Names that were used before: what was kept under them is taken over once. */
const formerly: Readonly<Record<string, string>> = { panes: 'rooms' };
const keyOf = (id: string) => `media-upload-playground.panes.${id}`;

export function loadSizes(id: string, count: number): readonly number[] | null {
  try {
    const former = formerly[id];
    const old = former === undefined ? null : localStorage.getItem(keyOf(former));
    if (former !== undefined && old !== null) {
      localStorage.removeItem(keyOf(former));
      localStorage.setItem(keyOf(id), old);
    }
    return readSizes(localStorage.getItem(keyOf(id)), count);
  } catch {
    return null;
  }
}

export function saveSizes(id: string, sizes: readonly number[]): void {
  try {
    localStorage.setItem(keyOf(id), sizes.map(Math.round).join(' '));
  } catch {
    // As said above.
  }
}

export function forgetSizes(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // As said above.
  }
}
