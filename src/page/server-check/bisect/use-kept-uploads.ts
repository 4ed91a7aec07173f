/** Uploads of the history, to be compared. */
import { useQuery } from '@tanstack/react-query';
import { buildRequest } from '../../../core/build-request.ts';
import { serverOf } from '../../state/accepted-certificates.ts';
import { useAcceptedCertificates } from '../../state/use-accepted-certificates.ts';
import { readUploadDetails, readUploads } from '../../storage/uploads.ts';
import { setCheckState } from '../check-state.ts';
import type { KeptRequest, SidesToBisect } from '../run/check-messages.ts';
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

const gone = 'The configuration of one of the two can’t be read any more.';

/** Null where they can't be sent: it is said why. */
export function useUploadSides() {
  const { acceptedFor } = useAcceptedCertificates();
  return async (
    passing: KeptUpload,
    failing: KeptUpload,
    signal: AbortSignal,
  ): Promise<SidesToBisect | null> => {
    const [from, to] = [await requestOf(passing), await requestOf(failing)];
    const plan = to && buildRequest(to.inputs).request;
    if (from === null || to === null || plan === null) return refused(gone);
    if (!(await canSend(signal))) return refused(cannotSend);
    return {
      kind: 'uploads',
      uploads: { passing: from, failing: to },
      acceptCertificate: acceptedFor(serverOf(plan)),
    };
  };
}

function refused(fault: string): null {
  setCheckState({ fault });
  return null;
}

async function requestOf(upload: KeptUpload): Promise<KeptRequest | null> {
  const stored = await readUploadDetails(upload.id);
  if (!stored.ok || stored.value === null) return null;
  const inputs = inputsOf(upload, stored.value.details);
  return inputs && { inputs, media: upload.media.made };
}
