/** Sends a test upload, one at a time, and holds what became of it. */

import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { runUpload } from '../../upload/run-upload.ts';
import type { Upload, UploadIo } from '../exchange/exchange.ts';
import type { ReplyWorker } from '../exchange/reply-worker-client.ts';
import type { MediaBytes } from '../media/media.ts';
import { loadFailures } from './failures.ts';

export interface UploadRequest {
  readonly plan: RequestPlan;
  /** Null where the bundled sample can't be loaded. */
  readonly media: Promise<MediaBytes | null>;
  readonly acceptCertificate?: string | undefined;
}

export interface LiveUpload {
  /** The upload under way or the last one; null before the first. */
  readonly upload: Upload | null;
  readonly isSending: boolean;
  readonly send: (request: UploadRequest) => void;
  readonly cancel: () => void;
}

export const loadAnswer = async () =>
  (await import('../../core/request/answer-challenge.ts')).answerChallenge;

/** What sends: loaded when the page is at rest, or with the first upload. */
export async function loadSending() {
  const [{ openReplyWorker }, { sendUpload }] = await Promise.all([
    import('../exchange/reply-worker-client.ts'),
    import('../exchange/xhr-upload.ts'),
  ]);
  return { openReplyWorker, sendUpload };
}

const notLoaded = 'The part of the page that sends could not be loaded from it.';

/** Each exchange has a worker, which `workers` gets: it holds the reply until the next upload. */
function ioOf(media: UploadRequest['media'], workers: ReplyWorker[]): UploadIo {
  return {
    send: async (sent, report, signal) => {
      // At once, whatever is still being loaded; an exchange that is over takes no notice.
      signal.addEventListener('abort', () => report({ type: 'failed', code: 'cancelled', detail: '' }));
      const sending = await loadSending().catch(() => null);
      if (signal.aborted) return;
      if (sending === null) return report({ type: 'failed', code: 'proxy-unreachable', detail: notLoaded });
      const worker = sending.openReplyWorker();
      workers.push(worker);
      return sending.sendUpload(worker, sent, media, report, signal);
    },
    loadAnswer,
    randomNonce,
    now: () => Date.now(),
  };
}

/** 128 bits, as hex. */
function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function useUpload(): LiveUpload {
  const [upload, setUpload] = useState<Upload | null>(null);
  const running = useRef(new AbortController());
  const workers = useRef<ReplyWorker[]>([]);

  const cancel = useCallback(() => running.current.abort(), []);
  const leave = useCallback(() => {
    cancel();
    for (const worker of workers.current.splice(0)) worker.close();
  }, [cancel]);

  const { mutate: send } = useMutation({
    mutationFn: ({ plan, media, acceptCertificate }: UploadRequest) => {
      leave();
      // While its server is there; whoever needs them later asks again.
      loadFailures().catch(() => {});
      const abort = new AbortController();
      running.current = abort;
      const onChange = (next: Upload) => abort === running.current && setUpload(next);
      const io = ioOf(media, workers.current);
      return runUpload(plan, io, { signal: abort.signal, acceptCertificate, onChange });
    },
    // Once: what was sent may have cost the person money, or stand on the server twice.
    retry: false,
    // A failure of the upload is data; this is a fault of ours.
    onError: (error) => reportError(error),
  });
  useEffect(() => leave, [leave]);

  return { upload, isSending: upload?.isRunning ?? false, send, cancel };
}
