import { useId, useRef } from 'react';
import { fileNameOf, isMediaType, typeFromBytes, typeOfMedia } from '../../core/request/media-type.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
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

/** The media: chosen, or a bundled sample; its name and type can be set by hand. */
export function MediaCard() {
  const { source, isReading, problem, notice, chooseFile, chooseSample } = useMedia();
  const { lostFile } = useSession();
  const type = typeOfMedia(useRequest().inputs.media);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="grid grid-cols-1 gap-2 border-b border-line px-4 py-3">
      <MediaThumbnail source={source} type={type}>
        {(dimension) => (
          <div className="grid min-w-0 flex-1 gap-px">
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
            <Meta tip={formatBytes(source.size)}>
              {[typeFact(source, type), formatSize(source.size), dimension].filter(Boolean).join(' · ')}
            </Meta>
            <span className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
              <Button size="small" data-command="choose-media" onClick={() => input.current?.click()}>
                Choose a file…
              </Button>
              <span className="inline-flex gap-1.75 text-small text-muted">
                or a sample:{' '}
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
      <p className={`text-small empty:hidden ${problem ? 'text-bad' : 'text-muted'}`} aria-live="polite">
        {isReading ? 'Reading the file …' : (problem ?? notice ?? noteOn(source, lostFile))}
      </p>
      <NameAndType />
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

function NameAndType() {
  const { source } = useMedia();
  const { session, change } = useSession();
  const { media } = useRequest().inputs;
  const { fileName, mediaType } = session;
  const effectiveType = typeOfMedia(media);
  const nameId = useId();
  const typeId = useId();
  const noteId = useId();
  const detected = typeFromBytes(source.head);
  const type = mediaType ?? source.type;
  const isWrong = detected === null && type !== '' && !isMediaType(type);
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-x-2 gap-y-0.75 text-small">
      <label className="text-muted" htmlFor={nameId}>
        File name
      </label>
      <Field
        id={nameId}
        isCode
        value={fileName ?? source.name}
        placeholder={fileNameOf(media, effectiveType)}
        onChange={({ target: { value } }) =>
          change({ type: 'file-name', name: value === source.name ? null : value })
        }
      />
      <label className="text-muted" htmlFor={typeId}>
        Type
      </label>
      <Field
        id={typeId}
        isCode
        value={detected ?? type}
        readOnly={detected !== null}
        aria-invalid={isWrong}
        aria-describedby={detected === null ? noteId : undefined}
        placeholder={effectiveType}
        onChange={({ target: { value } }) =>
          change({ type: 'media-type', mediaType: value === source.type ? null : value })
        }
      />
      {detected === null && (
        <span id={noteId} className={`col-span-full text-tiny ${isWrong ? 'text-bad' : 'text-muted'}`}>
          {isWrong
            ? `That isn’t a media type; ${effectiveType} is sent.`
            : 'The app itself sends image/jpeg and video/mp4 only (MP-8).'}
        </span>
      )}
    </div>
  );
}
