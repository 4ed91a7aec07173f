/** Looks for what matters between two requests; what becomes of it is in `check-state.ts`. */
import { useMutation } from '@tanstack/react-query';
import { type Bisection, setCheckState, stopCheck, useCheckState, whenStopped } from '../check-state.ts';
import { bisectInWorker } from '../run/check-client.ts';
import type { SidesToBisect } from '../run/check-messages.ts';

/** Null where they can't be sent, and it was said why. */
export type AskSides = (signal: AbortSignal) => Promise<SidesToBisect | null>;

export interface WantedBisection {
  readonly budget: number;
  readonly sides: AskSides;
}

export interface Bisect {
  /** Of this place; null where nothing was looked for yet. */
  readonly own: Bisection | null;
  /** Here or in another place: one at a time. */
  readonly isRunning: boolean;
  readonly start: (wanted: WantedBisection) => void;
}

/** `place`: where on the page its result is shown. */
export function useBisect(place: string): Bisect {
  const { bisection } = useCheckState();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ budget, sides }: WantedBisection) => {
      const stop = new AbortController();
      stopCheck();
      whenStopped(() => stop.abort());
      setCheckState({ fault: null, said: '', bisection: null });
      const toRun = await sides(stop.signal);
      if (toRun === null) return;
      const started: Bisection = { place, budget, sent: 0, end: null };
      setCheckState({ bisection: started });
      const end = await bisectInWorker(
        { ...toRun, budget },
        (sent) => setCheckState({ bisection: { ...started, sent } }),
        stop.signal,
      );
      setCheckState({ bisection: { ...started, sent: end.sent, end }, said: end.text });
    },
    retry: false,
    onError: (error) => {
      reportError(error);
      setCheckState({ bisection: null, fault: error.message });
    },
  });
  return {
    own: bisection?.place === place ? bisection : null,
    // Pressed twice, the first would be taken for one that can't be sent.
    isRunning: isPending || (bisection !== null && bisection.end === null),
    start: mutate,
  };
}
