import { useId, useRef } from 'react';
import { isMediaType, typeFromBytes } from '../../core/request/media-type.ts';
import { formatBytes, formatSize } from '../components/format.ts';
import { takeFile } from '../components/take-file.ts';
import type { MediaSource } from '../media/media.ts';
import { type SampleId, samples } from '../media/samples.ts';
import { MediaThumbnail } from './media-thumbnail.tsx';
import './media-card.css';

interface MediaCardProps {
  readonly source: MediaSource;
  readonly problem: string | null;
  readonly notice: string | null;
  /** Name of a file that a reload has lost. */
  readonly lostFile: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  /** Name and type that the request will have. */
  readonly effective: { readonly name: string; readonly type: string };
  readonly onFile: (file: File) => void;
  readonly onSample: (id: SampleId) => void;
  readonly onFileName: (name: string | null) => void;
  readonly onMediaType: (type: string | null) => void;
}

/** The media: chosen, or a bundled sample; its name and type can be set by hand. */
export function MediaCard(props: MediaCardProps) {
  const { source, problem, notice, lostFile, onFile, onSample } = props;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="media-card">
      <MediaThumbnail source={source} type={props.effective.type}>
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
              onChange={takeFile(onFile)}
            />
            <strong className="media-name">{source.name || 'Media without a name'}</strong>
            <span className="section-meta" title={formatBytes(source.size)}>
              {[typeFact(source, props.effective.type), formatSize(source.size), dimension]
                .filter(Boolean)
                .join(' · ')}
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
                    onClick={() => onSample(sample.id)}
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
        {problem ?? notice ?? noteOn(source, lostFile)}
      </p>
      <NameAndType {...props} />
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

function NameAndType({ source, fileName, mediaType, effective, onFileName, onMediaType }: MediaCardProps) {
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
        placeholder={effective.name}
        onChange={(event) => onFileName(event.target.value === source.name ? null : event.target.value)}
      />
      <label htmlFor={typeId}>Type</label>
      <input
        id={typeId}
        className="field field-small code"
        value={told ?? type}
        readOnly={told !== null}
        aria-invalid={isWrong}
        aria-describedby={told === null ? noteId : undefined}
        placeholder={effective.type}
        onChange={(event) => onMediaType(event.target.value === source.type ? null : event.target.value)}
      />
      {told === null && (
        <span id={noteId} className={isWrong ? 'media-type-note media-note-bad' : 'media-type-note'}>
          {isWrong
            ? `That is no media type; ${effective.type} is sent.`
            : 'The client itself sends image/jpeg and video/mp4 only (MP-8).'}
        </span>
      )}
    </div>
  );
}
