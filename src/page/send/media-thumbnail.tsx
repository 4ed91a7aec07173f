import FileIcon from 'lucide-react/icons/file';
import { type ReactNode, useState } from 'react';
import type { MediaSource } from '../media/media.ts';
import { useObjectUrl } from '../media/use-object-url.ts';

interface MediaThumbnailProps {
  readonly source: MediaSource;
  readonly type: string;
  /** Gets the dimension once it is known: `1024 × 768`. */
  readonly children: (dimension: string | null) => ReactNode;
}

const cover = 'size-full object-cover';

/** A picture of the media, where the browser can draw one, and its dimension. */
export function MediaThumbnail({ source, type, children }: MediaThumbnailProps) {
  const url = useObjectUrl(source.blob);
  const [drawn, setDrawn] = useState<{ readonly url: string; readonly dimension: string | null } | null>(
    null,
  );
  const known = drawn !== null && drawn.url === url ? drawn : null;
  const failed = known !== null && known.dimension === null;
  const onFault = () => url && setDrawn({ url, dimension: null });
  const onSize = (width: number, height: number) =>
    url && setDrawn({ url, dimension: `${width} × ${height}` });
  const kind = type.startsWith('video/') ? 'video' : type.startsWith('image/') ? 'image' : 'other';
  return (
    <div className="flex items-center gap-3">
      <div className="grid h-15.75 w-21 flex-none presenting:h-12 presenting:w-16 place-items-center overflow-hidden rounded-md border border-line bg-raised text-muted">
        {url !== null && !failed && kind === 'image' && (
          <img
            className={cover}
            src={url}
            alt=""
            onLoad={({ currentTarget: image }) => onSize(image.naturalWidth, image.naturalHeight)}
            onError={onFault}
          />
        )}
        {url !== null && !failed && kind === 'video' && (
          <video
            className={cover}
            src={`${url}#t=0.01`}
            muted
            playsInline
            preload="metadata"
            tabIndex={-1}
            onLoadedMetadata={({ currentTarget: video }) => onSize(video.videoWidth, video.videoHeight)}
            onError={onFault}
          />
        )}
        {(failed || kind === 'other') && <FileIcon aria-hidden />}
      </div>
      {children(known?.dimension ?? null)}
    </div>
  );
}
