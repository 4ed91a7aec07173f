/** The media in use: the chosen file, else a bundled sample, loaded when the page is at rest. */

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { edgeState } from '../media/chosen-file.ts';
import { type MediaBytes, type MediaSource, readFileSource, sampleSource } from '../media/media.ts';
import { type SampleId, samples } from '../media/samples.ts';
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
  const [file, setFile] = useState<MediaSource | null>(null);
  const [blobs, setBlobs] = useState<Partial<Record<SampleId, Blob>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const choice = useRef(0);
  const [isReading, setIsReading] = useState(false);
  const { sample, sampleChosen } = session;
  const blob = blobs[sample] ?? null;

  const load = useCallback(async (id: SampleId): Promise<Blob | null> => {
    const loaded = await loadSample(id);
    if (loaded === null) setProblem('The sample could not be loaded. Choose a file of your own.');
    else setBlobs((before) => ({ ...before, [id]: loaded }));
    return loaded;
  }, []);

  useEffect(() => {
    if (file === null && blob === null) void load(sample);
  }, [file, blob, sample, load]);

  const chooseFile = useCallback(
    (chosen: File, told?: string) => {
      choice.current += 1;
      const mine = choice.current;
      setIsReading(true);
      void readFileSource(chosen).then((source) => {
        // A later choice may have been faster to read.
        if (mine !== choice.current) return;
        setIsReading(false);
        if (source === null) {
          setProblem(`“${chosen.name}” can’t be read. It may have been moved, or it is a folder.`);
          return;
        }
        setProblem(null);
        setNotice(told ?? null);
        setFile(source);
        change({ type: 'file', name: source.name });
      });
    },
    [change],
  );

  const chooseSample = useCallback(
    (id: SampleId) => {
      choice.current += 1;
      setIsReading(false);
      setProblem(null);
      setNotice(null);
      setFile(null);
      change({ type: 'sample', sample: id });
    },
    [change],
  );

  const ready = useCallback(async () => {
    const bytes = file?.blob ?? blob ?? (await load(sample));
    return bytes && { blob: bytes, chosen: file?.chosen ?? null };
  }, [file, blob, sample, load]);
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

async function loadSample(id: SampleId): Promise<Blob | null> {
  try {
    const response = await fetch(samples[id].path);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}
