/** Sends a test upload, one at a time, and holds what became of it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { openReplyWorker, type ReplyWorker } from '../exchange/reply-worker-client.ts';
import {
  type Sending,
  startUpload,
  type Upload,
  type UploadEdges,
  type UploadRequest,
} from '../exchange/run-upload.ts';
import { sendUpload } from '../exchange/xhr-upload.ts';
import { loadFailureTexts } from './failures.ts';

export interface LiveUpload {
  /** The upload under way or the last one; null before the first. */
  readonly upload: Upload | null;
  readonly isSending: boolean;
  readonly send: (request: UploadRequest) => void;
  readonly cancel: () => void;
}

export const loadAnswer = async () =>
  (await import('../../core/request/answer-challenge.ts')).answerChallenge;

/** Each exchange has a worker, which `workers` gets: it holds the reply until the next upload. */
function edgesOf(workers: ReplyWorker[]): UploadEdges {
  return {
    send: (sent, media, report) => {
      const worker = openReplyWorker();
      workers.push(worker);
      return sendUpload(worker, sent, media, report);
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
  const running = useRef<Sending | null>(null);
  const workers = useRef<ReplyWorker[]>([]);

  const leave = useCallback(() => {
    running.current?.cancel();
    for (const worker of workers.current.splice(0)) worker.close();
  }, []);

  const send = useCallback(
    (request: UploadRequest) => {
      leave();
      // While its server is there; whoever needs them later asks again.
      loadFailureTexts().catch(() => {});
      running.current = startUpload(request, edgesOf(workers.current), setUpload);
    },
    [leave],
  );
  const cancel = useCallback(() => running.current?.cancel(), []);
  useEffect(() => leave, [leave]);

  return { upload, isSending: upload?.isRunning ?? false, send, cancel };
}
