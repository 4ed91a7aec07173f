import { useId, useRef } from 'react';
import { fileNameOf, isMediaType, typeFromBytes, typeOfMedia } from '../../core/request/media-type.ts';
import { formatBytes, formatSize } from '../components/format.ts';
import { takeFile } from '../components/take-file.ts';
import type { MediaSource } from '../media/media.ts';
import { samples } from '../media/samples.ts';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { MediaThumbnail } from './media-thumbnail.tsx';
import './media-card.css';

/** The media: chosen, or a bundled sample; its name and type can be set by hand. */
export function MediaCard() {
  const { source, isReading, problem, notice, chooseFile, chooseSample } = useMedia();
  const { lostFile } = useSession();
  const type = typeOfMedia(useRequest().inputs.media);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="media-card">
      <MediaThumbnail source={source} type={type}>
        {(dimension) => (
          <div className="media-facts">
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
            <strong className="media-name">{source.name || 'Media without a name'}</strong>
            <span className="section-meta" title={formatBytes(source.size)}>
              {[typeFact(source, type), formatSize(source.size), dimension].filter(Boolean).join(' · ')}
            </span>
            <span className="media-choices">
              <button type="button" className="button button-small" onClick={() => input.current?.click()}>
                Choose a file…
              </button>
              <span className="media-samples">
                or a sample:{' '}
                {Object.values(samples).map((sample) => (
                  <button
                    key={sample.id}
                    type="button"
                    className="link"
                    aria-pressed={source.kind !== 'file' && source.name === sample.name}
                    onClick={() => chooseSample(sample.id)}
                  >
                    {sample.id === 'photo' ? 'photo' : 'clip'}
                  </button>
                ))}
              </span>
            </span>
          </div>
        )}
      </MediaThumbnail>
      <p className={problem ? 'media-note media-note-bad' : 'media-note'} aria-live="polite">
        {isReading ? 'Reading the file …' : (problem ?? notice ?? noteOn(source, lostFile))}
      </p>
      <NameAndType />
    </div>
  );
}

function noteOn(source: MediaSource, lostFile: string | null): string {
  if (source.kind === 'file') return '';
  if (lostFile !== null)
    return `A reload can’t keep a file: choose “${lostFile}” again. The sample stands in.`;
  if (source.kind === 'stand-in') return 'The sample photo stands in until you choose or drop a file.';
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
  const told = typeFromBytes(source.head);
  const type = mediaType ?? source.type;
  const isWrong = told === null && type !== '' && !isMediaType(type);
  return (
    <div className="media-fields">
      <label htmlFor={nameId}>File name</label>
      <input
        id={nameId}
        className="field field-small code"
        value={fileName ?? source.name}
        placeholder={fileNameOf(media, effectiveType)}
        onChange={({ target: { value } }) =>
          change({ type: 'file-name', name: value === source.name ? null : value })
        }
      />
      <label htmlFor={typeId}>Type</label>
      <input
        id={typeId}
        className="field field-small code"
        value={told ?? type}
        readOnly={told !== null}
        aria-invalid={isWrong}
        aria-describedby={told === null ? noteId : undefined}
        placeholder={effectiveType}
        onChange={({ target: { value } }) =>
          change({ type: 'media-type', mediaType: value === source.type ? null : value })
        }
      />
      {told === null && (
        <span id={noteId} className={isWrong ? 'media-type-note media-note-bad' : 'media-type-note'}>
          {isWrong
            ? `That is no media type; ${effectiveType} is sent.`
            : 'The client itself sends image/jpeg and video/mp4 only (MP-8).'}
        </span>
      )}
    </div>
  );
}
