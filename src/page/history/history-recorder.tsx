import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { previewedPlan } from '../../upload/run-upload.ts';
import type { Session } from '../state/session.ts';
import { useSession } from '../state/session-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { keepHistory } from './keep-history.ts';
import { recordingKey, type UnrecordedUpload } from './recording.ts';

type Recording = typeof import('./record-upload.ts');

/** At hand at once when the page goes away. */
let loaded: Recording | null = null;

async function loadRecording(): Promise<Recording> {
  loaded = await import('./record-upload.ts');
  return loaded;
}

/**
 * Keeps each upload once it is over and its reply is read; or as far as it came, when the next one begins or
 * the page goes away. It draws nothing, and nothing waits for it.
 */
export function HistoryRecorder() {
  const { upload, outcome: reading, verdict, sentRequest: built } = useUploads();
  const { session } = useSession();
  /** What was put in when it was sent. */
  const sent = useRef<{ readonly plan: object; readonly session: Session } | null>(null);
  const recorded = useRef<object | null>(null);
  const waiting = useRef<UnrecordedUpload | null>(null);
  const { mutate } = useMutation({
    mutationKey: recordingKey,
    mutationFn: async (one: UnrecordedUpload) => (loaded ?? (await loadRecording())).recordUpload(one),
    // It is gone then; sending goes on all the same.
    onError: (error) => reportError(error),
  });

  useEffect(() => {
    if (upload === null) return;
    const plan = previewedPlan(upload);
    const record = (one: UnrecordedUpload) => {
      recorded.current = previewedPlan(one.upload);
      waiting.current = null;
      if (keepHistory.read() !== 'off') mutate(one);
    };
    if (waiting.current !== null && previewedPlan(waiting.current.upload) !== plan) record(waiting.current);
    if (sent.current?.plan !== plan) {
      sent.current = { plan, session };
      // While its server is there; whoever needs it later asks again.
      loadRecording().catch(() => {});
    }
    if (recorded.current === plan) return;
    const now = { upload, reading, verdict, built, session: sent.current.session };
    const { reply, local, failure } = upload.exchange;
    const isRead = reading !== null || reply === null || local === null;
    const isJudged = failure !== null || verdict.kind !== 'judging';
    if (!upload.isRunning && isRead && isJudged) record(now);
    else waiting.current = now;
  }, [upload, reading, verdict, built, session, mutate]);

  useEffect(() => {
    const keep = () => {
      const { current } = waiting;
      if (current === null || keepHistory.read() === 'off') return;
      waiting.current = null;
      recorded.current = previewedPlan(current.upload);
      mutate(current);
    };
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [mutate]);
  return null;
}
