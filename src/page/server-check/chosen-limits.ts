/** What a check of the chosen scenarios may send and take: shown before, kept to while it runs. Pure. */
import type { CheckLimits } from '../../server-check/run-check.ts';
import type { PlannedScenario } from './run/check-messages.ts';

export interface ChosenLimits extends CheckLimits {
  readonly uploads: number;
  /** Of all their bodies. */
  readonly bytes: number;
  /** Chosen ones that this configuration can't ask. */
  readonly impossible: number;
}

export function limitsOf(
  chosen: ReadonlySet<string>,
  planned: ReadonlyMap<string, PlannedScenario>,
  seconds: number,
): ChosenLimits {
  const all = [...planned.values()].filter(({ name }) => chosen.has(name));
  const uploads = all.reduce((sum, one) => sum + one.uploads, 0);
  return {
    seconds,
    uploads,
    bytes: all.reduce((sum, one) => sum + one.bytes, 0),
    impossible: all.filter(({ why }) => why !== null).length,
    // Each may be asked for a login, and its media fetched; a server that says wait is asked again.
    requests: Math.max(1, uploads) * 3 + 3,
  };
}
