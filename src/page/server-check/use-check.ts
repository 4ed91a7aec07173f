/** Starts a check, one at a time; what becomes of it is in `check-state.ts`. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { version } from '../../../package.json';
import { buildRequest } from '../../core/build-request.ts';
import type { ScenarioResult } from '../../server-check/report.ts';
import type { CheckLimits } from '../../server-check/run-check.ts';
import { askToken } from '../exchange/token.ts';
import { serverOf } from '../state/accepted-certificates.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { useAcceptedCertificates } from '../state/use-accepted-certificates.ts';
import { requestInputs } from '../state/use-built-request.ts';
import { checkInputs } from './check-inputs.ts';
import { setCheckState, whenStopped } from './check-state.ts';
import { endOf } from './check-words.ts';
import { keepCheck, keptChecksKey } from './kept/kept-checks.ts';
import { runInWorker } from './run/check-client.ts';

export interface ChosenCheck {
  readonly names: readonly string[];
  readonly limits: CheckLimits;
  /** Results that stay beside the new ones; none where it begins anew. */
  readonly earlier?: readonly ScenarioResult[];
}

export function useStartCheck(): (chosen: ChosenCheck) => void {
  const { session } = useSession();
  const { source, ready } = useMedia();
  const { acceptedFor } = useAcceptedCertificates();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async ({ names, limits, earlier = [] }: ChosenCheck) => {
      const stop = new AbortController();
      whenStopped(() => stop.abort());
      setCheckState({ fault: null, said: '' });
      // From a static host, or while our own server is gone: said before anything begins.
      const asked = await askToken(stop.signal);
      if (!asked.ok && asked.response?.status !== 429) return setCheckState({ fault: cannotSend });
      const inputs = checkInputs(requestInputs(session, source), source);
      const plan = buildRequest(inputs).request;
      if (plan === null) return;
      const own = (await ready())?.blob ?? null;
      const file = session.document.name ?? '';
      const acceptCertificate = acceptedFor(serverOf(plan));
      const product = `Media Upload Playground ${version}`;
      const toRun = { names, inputs, file, product, limits, acceptCertificate, own, earlier };
      let isFirst = true;
      const report = await runInWorker(
        toRun,
        (now, progress) => {
          const run = { report: now, progress, isRunning: true, inputs };
          setCheckState({ run, ...(isFirst && { isChoosing: false, said: 'The check has begun.' }) });
          isFirst = false;
        },
        stop.signal,
      );
      const progress = { running: null, waiting: null };
      setCheckState({ run: { report, progress, isRunning: false, inputs }, said: endOf(report) });
      const fault = await keepCheck(report);
      await client.invalidateQueries({ queryKey: keptChecksKey });
      if (fault !== null) setCheckState({ fault });
    },
    retry: false,
    onError: (error) => {
      reportError(error);
      setCheckState({ fault: error.message });
    },
  });
  return mutate;
}

const cannotSend =
  'Nothing can be sent from here: a check needs the playground’s own server, and it does not answer. Start it on your computer, by npm start or by npx with its package file, and open this page from it.';
