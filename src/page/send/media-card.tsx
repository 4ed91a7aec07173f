import { useId, useRef } from 'react';
import { typeFromBytes, typeOfMedia } from '../../core/request/media-type.ts';
import { Button } from '../components/button.tsx';
import { formatBytes, formatSize } from '../components/format.ts';
import { LinkButton } from '../components/link-button.tsx';
import { Meta } from '../components/section.tsx';
import { takeFile } from '../components/take-file.ts';
import type { MediaSource } from '../media/media.ts';
import { samples } from '../media/samples.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { MediaThumbnail } from './media-thumbnail.tsx';

/** The media: chosen, or a bundled sample. */
export function MediaCard() {
  const { source, isReading, problem, notice, chooseFile, chooseSample } = useMedia();
  const { lostFile } = useSession();
  const type = typeOfMedia(useRequest().inputs.media);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="@container grid grid-cols-1 gap-1 border-b border-line px-4 pt-2.5 pb-2" data-row="">
      <MediaThumbnail source={source} type={type}>
        {(dimension) => (
          <div className="grid min-w-0 flex-1 gap-px presenting:flex presenting:flex-wrap presenting:items-center presenting:gap-x-2.5">
            <label className="unseen" htmlFor={id}>
              Media file
            </label>
            <input
              ref={input}
              id={id}
              type="file"
              className="unseen"
              tabIndex={-1}
              onChange={takeFile(chooseFile)}
            />
            <strong className="truncate font-semibold">{source.name || 'Media without a name'}</strong>
            <span className="grid presenting:hidden">
              <Meta tip={`${typeFact(source, type)}\n${formatBytes(source.size)}`}>
                {[type, formatSize(source.size), dimension].filter(Boolean).join(' · ')}
              </Meta>
            </span>
            <span className="mt-1 presenting:mt-0 flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
              <Button size="small" data-command="choose-media" onClick={() => input.current?.click()}>
                Choose a file…
              </Button>
              <span className="inline-flex items-center gap-1.75 text-small text-muted [&>button]:min-h-6">
                <span>
                  or<span className="@max-[22rem]:sr-only"> sample</span>:
                </span>{' '}
                {Object.values(samples).map((sample) => (
                  <LinkButton
                    key={sample.id}
                    aria-pressed={source.kind !== 'file' && source.name === sample.name}
                    onClick={() => chooseSample(sample.id)}
                  >
                    {sample.title}
                  </LinkButton>
                ))}
              </span>
            </span>
          </div>
        )}
      </MediaThumbnail>
      <p
        className={`text-small text-pretty empty:hidden ${problem ? 'text-bad' : 'text-muted presenting:sr-only'}`}
        aria-live="polite"
      >
        {isReading ? 'Reading the file …' : (problem ?? notice ?? noteOn(source, lostFile))}
      </p>
    </div>
  );
}

function noteOn(source: MediaSource, lostFile: string | null): string {
  if (source.kind === 'file') return '';
  if (lostFile !== null)
    return `A reload can’t keep a file: choose “${lostFile}” again. Using the sample until then.`;
  if (source.kind === 'stand-in') return 'Using the sample photo. Choose or drop a file to replace it.';
  return '';
}

function typeFact({ head }: MediaSource, type: string): string {
  return typeFromBytes(head) === null ? type : `${type} by its first bytes`;
}
