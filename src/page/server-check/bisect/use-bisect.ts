/** Looks for what matters between two scenarios; what becomes of it is in `check-state.ts`. */
import { useMutation } from '@tanstack/react-query';
import { type Bisection, setCheckState, stopCheck, whenStopped } from '../check-state.ts';
import { bisectInWorker } from '../run/check-client.ts';
import { useSendable } from '../use-sendable.ts';

export type WantedBisection = Pick<Bisection, 'passing' | 'failing' | 'budget'>;

export function useStartBisect(): (wanted: WantedBisection) => void {
  const sendable = useSendable();
  const { mutate } = useMutation({
    mutationFn: async (wanted: WantedBisection) => {
      const stop = new AbortController();
      stopCheck();
      whenStopped(() => stop.abort());
      setCheckState({ fault: null, said: '' });
      const asked = await sendable(stop.signal);
      if (asked === null) return;
      const bisection: Bisection = { ...wanted, sent: 0, end: null };
      setCheckState({ bisection });
      const end = await bisectInWorker(
        { kind: 'scenarios', ...asked, ...wanted },
        (sent) => setCheckState({ bisection: { ...bisection, sent } }),
        stop.signal,
      );
      setCheckState({ bisection: { ...bisection, sent: end.sent, end }, said: end.text });
    },
    retry: false,
    onError: (error) => {
      reportError(error);
      setCheckState({ bisection: null, fault: error.message });
    },
  });
  return mutate;
}
