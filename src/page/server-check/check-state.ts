/** The check under way or the last one: it goes on while its panel is closed, so no view holds it. */
import { useSyncExternalStore } from 'react';
import type { RequestInputs } from '../../core/build-request.ts';
import type { CheckReport } from '../../server-check/report.ts';
import type { CheckLimits, CheckProgress } from '../../server-check/run-check.ts';
import type { BisectEnd } from './run/check-messages.ts';

export interface CheckRun {
  readonly report: CheckReport;
  readonly progress: CheckProgress;
  readonly isRunning: boolean;
  /** What it was made of; null for one of an earlier visit. */
  readonly inputs: RequestInputs | null;
  /** What was granted for it; null for one of an earlier visit. */
  readonly limits: CheckLimits | null;
}

/** The least difference that matters between a request that passes and one that fails. */
export interface Bisection {
  /** Where it is shown. */
  readonly place: string;
  /** Requests in all. */
  readonly budget: number;
  readonly sent: number;
  /** Null while it is looked for. */
  readonly end: BisectEnd | null;
}

export interface CheckState {
  readonly run: CheckRun | null;
  /** What is to be run next; null: all but those that are only asked for. */
  readonly chosen: readonly string[] | null;
  /** Choosing what runs next, and not looking at what ran. */
  readonly isChoosing: boolean;
  readonly bisection: Bisection | null;
  /** Why the last one could not begin or go on. */
  readonly fault: string | null;
  /** Said once to those who listen. */
  readonly said: string;
}

let state: CheckState = { run: null, chosen: null, isChoosing: true, bisection: null, fault: null, said: '' };
let stop: () => void = () => {};
const listeners = new Set<() => void>();

export function checkState(): CheckState {
  return state;
}

export function setCheckState(changes: Partial<CheckState>): void {
  state = { ...state, ...changes };
  for (const listener of listeners) listener();
}

export function useCheckState(): CheckState {
  return useSyncExternalStore(subscribe, checkState);
}

/** What Cancel does. */
export function whenStopped(work: () => void): void {
  stop = work;
}

export function stopCheck(): void {
  stop();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
