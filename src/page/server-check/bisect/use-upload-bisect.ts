/** Looks for what matters between two uploads of the history. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { buildRequest } from '../../../core/build-request.ts';
import { serverOf } from '../../state/accepted-certificates.ts';
import { useAcceptedCertificates } from '../../state/use-accepted-certificates.ts';
import { readUploadDetails, readUploads } from '../../storage/uploads.ts';
import { stopCheck, whenStopped } from '../check-state.ts';
import { bisectInWorker } from '../run/check-client.ts';
import type { BisectEnd, KeptRequest } from '../run/check-messages.ts';
import { cannotSend, canSend } from '../use-sendable.ts';
import { inputsOf, type KeptUpload, keptUpload } from './kept-uploads.ts';

/** Newest first; read anew whenever they are shown. */
export function useKeptUploads(): readonly KeptUpload[] {
  const { data = [] } = useQuery({
    queryKey: ['uploads to compare'],
    queryFn: async () => {
      const stored = await readUploads();
      return (stored.ok ? stored.value : []).flatMap((one) => keptUpload(one) ?? []);
    },
    refetchOnMount: 'always',
  });
  return data;
}

export interface UploadsToBisect {
  readonly passing: KeptUpload;
  readonly failing: KeptUpload;
  readonly budget: number;
}

const gone = 'The configuration of one of the two can’t be read any more.';

export function useUploadBisect() {
  const { acceptedFor } = useAcceptedCertificates();
  const [sent, setSent] = useState(0);
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: async ({ passing, failing, budget }: UploadsToBisect): Promise<BisectEnd> => {
      const stop = new AbortController();
      stopCheck();
      whenStopped(() => stop.abort());
      setSent(0);
      const [from, to] = [await requestOf(passing), await requestOf(failing)];
      const plan = to && buildRequest(to.inputs).request;
      if (from === null || to === null || plan === null) throw new Error(gone);
      if (!(await canSend(stop.signal))) throw new Error(cannotSend);
      const acceptCertificate = acceptedFor(serverOf(plan));
      const uploads = { passing: from, failing: to };
      return bisectInWorker({ kind: 'uploads', uploads, budget, acceptCertificate }, setSent, stop.signal);
    },
    retry: false,
  });
  return { start: mutate, sent, end: data ?? null, isRunning: isPending, fault: error?.message ?? null };
}

async function requestOf(upload: KeptUpload): Promise<KeptRequest | null> {
  const stored = await readUploadDetails(upload.id);
  if (!stored.ok || stored.value === null) return null;
  const inputs = inputsOf(upload, stored.value.details);
  return inputs && { inputs, media: upload.media.made };
}
