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
  const sumOf = (count: (one: PlannedScenario) => number) => all.reduce((sum, one) => sum + count(one), 0);
  const requests = sumOf((one) => one.requests);
  return {
    seconds,
    uploads: sumOf((one) => one.uploads),
    bytes: sumOf((one) => one.bytes),
    impossible: all.filter(({ why }) => why !== null).length,
    // A server that asks to wait is asked again, and a media_url may redirect.
    requests: Math.ceil(requests * 1.25) + 5,
  };
}
