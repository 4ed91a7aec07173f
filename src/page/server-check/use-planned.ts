/** What each scenario would send with what is on the screen. */
import { useQuery } from '@tanstack/react-query';
import type { RequestInputs } from '../../core/build-request.ts';
import { planInWorker } from './run/check-client.ts';
import type { PlannedScenario } from './run/check-messages.ts';

/** Milliseconds: nobody waits for it while typing. */
const pause = 250;

/** By name; null while it is being worked out. */
export function usePlanned(inputs: RequestInputs): ReadonlyMap<string, PlannedScenario> | null {
  const { data = null } = useQuery({
    queryKey: ['planned check', inputs],
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      signal.throwIfAborted();
      const planned = await planInWorker(inputs, signal);
      return new Map(planned.map((one) => [one.name, one]));
    },
    placeholderData: (last) => last,
  });
  return data;
}
