/** Sends a test upload, one at a time, and holds what became of it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { loadFailureTexts } from './failures.ts';
import { sendUpload } from './send-upload.ts';
import { type Sending, startUpload, type Upload, type UploadEdges, type UploadRequest } from './upload.ts';

export interface LiveUpload {
  /** The upload under way or the last one; null before the first. */
  readonly upload: Upload | null;
  readonly isSending: boolean;
  readonly send: (request: UploadRequest) => void;
  readonly cancel: () => void;
}

export const loadAnswer = async () => (await import('../core/request/answer-challenge.ts')).answerChallenge;

const edges: UploadEdges = { send: sendUpload, loadAnswer, randomNonce, now: () => Date.now() };

/** 128 bits, as hex. */
function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function useUpload(): LiveUpload {
  const [upload, setUpload] = useState<Upload | null>(null);
  const running = useRef<Sending | null>(null);

  const send = useCallback((request: UploadRequest) => {
    running.current?.cancel();
    // While its server is there; whoever needs them later asks again.
    loadFailureTexts().catch(() => {});
    running.current = startUpload(request, edges, setUpload);
  }, []);
  const cancel = useCallback(() => running.current?.cancel(), []);
  useEffect(() => () => running.current?.cancel(), []);

  return { upload, isSending: upload?.isRunning ?? false, send, cancel };
}
