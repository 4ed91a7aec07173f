/** The media in use: the chosen file, else a bundled sample. */

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { edgeState } from '../media/chosen-file.ts';
import { type MediaBytes, type MediaSource, readFileSource, sampleSource } from '../media/media.ts';
import { type SampleId, samples, withSize } from '../media/samples.ts';
import { requiredContext } from './required-context.ts';
import { useSession } from './session-provider.tsx';

export interface MediaState {
  readonly source: MediaSource;
  /** A file was chosen and is being read: until then what is shown is the media before it. */
  readonly isReading: boolean;
  /** Why the last choice was not taken, or the sample is not there; null where all is well. */
  readonly problem: string | null;
  /** What the person should know of the last choice that was taken; null where nothing. */
  readonly notice: string | null;
  /** `told` is said once it is taken. */
  readonly chooseFile: (file: File, told?: string) => void;
  readonly chooseSample: (id: SampleId) => void;
  /** The bytes to send; null where the sample can't be loaded. */
  readonly ready: () => Promise<MediaBytes | null>;
  /** The bytes to show; null where they can't be had, or are not those that were chosen any more. */
  readonly toShow: () => Promise<Blob | null>;
}

const [Provider, useMedia] = requiredContext<MediaState>('Media');

export { useMedia };

export function MediaProvider({ children }: { readonly children: ReactNode }) {
  return <Provider value={useMediaState()}>{children}</Provider>;
}

function useMediaState(): MediaState {
  const { session, change } = useSession();
  const client = useQueryClient();
  /** The last file that was chosen; in use while the session has it, and at hand for one that is brought back. */
  const [lastFile, setLastFile] = useState<MediaSource | null>(null);
  const file = lastFile?.name === session.chosenFile ? lastFile : null;
  const [refused, setRefused] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const { sample, sampleChosen } = session;
  const { data: blob = null, isError } = useQuery({ ...sampleQuery(sample), enabled: file === null });
  const problem = refused ?? (file === null && isError ? sampleMissing : null);
  // Of several choices the last one counts, whichever is read first.
  const {
    mutate: read,
    reset: readNoMore,
    isPending: isReading,
  } = useMutation({ mutationFn: readFileSource });

  const chooseFile = useCallback(
    (chosen: File, told?: string) => {
      const onSuccess = (source: MediaSource | null) => {
        if (source === null) {
          setRefused(`“${chosen.name}” can’t be read. It may have been moved, or it is a folder.`);
          return;
        }
        setRefused(null);
        setNotice(told ?? null);
        setLastFile(source);
        change({ type: 'file', name: source.name });
      };
      read(chosen, { onSuccess });
    },
    [read, change],
  );

  const chooseSample = useCallback(
    (id: SampleId) => {
      readNoMore();
      setRefused(null);
      setNotice(null);
      change({ type: 'sample', sample: id });
    },
    [readNoMore, change],
  );

  const ready = useCallback(async () => {
    const bytes = file?.blob ?? (await client.fetchQuery(sampleQuery(sample)).catch(() => null));
    return bytes && { blob: bytes, chosen: file?.chosen ?? null };
  }, [file, sample, client]);
  const toShow = useCallback(async () => {
    const media = await ready();
    if (media?.chosen && (await edgeState(media.chosen)) !== 'as-chosen') return null;
    return media?.blob ?? null;
  }, [ready]);

  const source = useMemo(
    () => file ?? sampleSource(samples[sample], sampleChosen, blob),
    [file, sample, sampleChosen, blob],
  );
  return useMemo(
    () => ({ source, isReading, problem, notice, chooseFile, chooseSample, ready, toShow }),
    [source, isReading, problem, notice, chooseFile, chooseSample, ready, toShow],
  );
}

const sampleMissing = 'The sample could not be loaded. Choose a file of your own.';

const sampleQuery = (id: SampleId) =>
  queryOptions({
    queryKey: ['sample', id],
    queryFn: async () => {
      const response = await fetch(samples[id].path);
      if (!response.ok) throw new Error(`${samples[id].path}: ${response.status}`);
      return withSize(await response.blob(), samples[id]);
    },
    // They are small, and their server may be gone when they are chosen again.
    gcTime: Number.POSITIVE_INFINITY,
  });
