/** Starts a check, one at a time; what becomes of it is in `check-state.ts`. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { version } from '../../../package.json';
import type { ScenarioResult } from '../../server-check/report.ts';
import type { CheckLimits } from '../../server-check/run-check.ts';
import { checkState, setCheckState, stopCheck, whenStopped } from './check-state.ts';
import { endOf } from './check-words.ts';
import { keepCheck, keptChecksKey } from './kept/kept-checks.ts';
import { runInWorker } from './run/check-client.ts';
import { useSendable } from './use-sendable.ts';

export interface ChosenCheck {
  readonly names: readonly string[];
  readonly limits: CheckLimits;
  /** Results that stay beside the new ones; none where it begins anew. */
  readonly earlier?: readonly ScenarioResult[];
}

export function useStartCheck(): (chosen: ChosenCheck) => void {
  const client = useQueryClient();
  const sendable = useSendable();
  const { mutate } = useMutation({
    mutationFn: async ({ names, limits, earlier = [] }: ChosenCheck) => {
      const stop = new AbortController();
      stopCheck();
      whenStopped(() => stop.abort());
      setCheckState({ fault: null, said: '', bisection: null });
      const asked = await sendable(stop.signal);
      if (asked === null) return;
      const { inputs } = asked;
      // Of all of it: one scenario beside the others has limits of its own.
      const granted = earlier.length === 0 ? limits : (checkState().run?.limits ?? null);
      const product = `Media Upload Playground ${version}`;
      let isFirst = true;
      const report = await runInWorker(
        { ...asked, names, product, limits, earlier },
        (now, progress) => {
          const run = { report: now, progress, isRunning: true, inputs, limits: granted };
          setCheckState({ run, ...(isFirst && { isChoosing: false, said: 'The check has begun.' }) });
          isFirst = false;
        },
        stop.signal,
      );
      const progress = { running: null, waiting: null };
      setCheckState({
        run: { report, progress, isRunning: false, inputs, limits: granted },
        said: endOf(report),
      });
      const fault = await keepCheck(report);
      await client.invalidateQueries({ queryKey: keptChecksKey });
      if (fault !== null) setCheckState({ fault });
    },
    retry: false,
    onError: (error) => {
      reportError(error);
      const { run } = checkState();
      setCheckState({ fault: error.message, run: run && { ...run, isRunning: false } });
    },
  });
  return mutate;
}
