/** What runs of the request do: lead to their source in the Account XML, and light it up. */
import { createContext } from 'react';
import type { PlaceKey } from '../state/request-sources.ts';

export interface RunActions {
  /** Selects the source of a place. */
  readonly follow: (place: PlaceKey) => void;
  /** Lights it up; null: nothing is pointed at any more. */
  readonly point: (place: PlaceKey | null) => void;
}

export const RunActionsContext = createContext<RunActions>({ follow: () => {}, point: () => {} });
