import { useId } from 'react';
import { fileNameOf, isMediaType, typeFromBytes, typeOfMedia } from '../../core/request/media-type.ts';
import { Field } from '../components/field.tsx';
import { useMedia } from '../state/media-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';

/** The name and type that go with the media: its own, or set by hand. */
export function NameAndType() {
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
    <div
      className="grid grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-x-2 gap-y-0.75 py-1 text-small presenting:hidden"
      data-row=""
    >
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
