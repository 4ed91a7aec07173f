import { useState } from 'react';
import { demoMediaPath, keptMedia } from '../../demo/report.ts';
import { Meta } from '../components/section.tsx';
import type { ArrivedFile } from './arrived.ts';

// Small: what was sent to this page is seen in the verdict, and the link opens it in full.
const frame = 'max-h-21 max-w-36 min-h-12 rounded-md border border-line bg-raised object-contain';

/** The file as the demo server gives it back: the very picture or clip, else a download. */
export function MediaView({ file: { media, bytesAre, size } }: { readonly file: ArrivedFile }) {
  const [isBroken, setIsBroken] = useState(false);
  if (media === null) {
    const isTooLarge = size > keptMedia.bytes;
    const why = isTooLarge
      ? `Not kept: larger than ${keptMedia.bytes / 2 ** 20} MiB`
      : `Not kept: files stay ${keptMedia.milliseconds / 60_000} minutes, the oldest make room`;
    return size === 0 ? null : <Meta>{why}</Meta>;
  }
  const address = `${demoMediaPath}${media}`;
  const onError = () => setIsBroken(true);
  return (
    <div className="flex flex-none flex-col items-start gap-1">
      {isBroken && <Meta>The browser can’t draw it.</Meta>}
      {!isBroken && bytesAre === 'image/jpeg' && (
        <img className={frame} src={address} alt="As the demo server gives it back" onError={onError} />
      )}
      {!isBroken && bytesAre === 'video/mp4' && (
        // biome-ignore lint/a11y/useMediaCaption: nobody has captions of a stranger's clip
        <video
          className={frame}
          src={address}
          aria-label="As the demo server gives it back"
          controls
          playsInline
          preload="metadata"
          onError={onError}
        />
      )}
      <a
        className="min-h-6 content-center text-small font-medium text-accent hover:underline"
        href={address}
        target="_blank"
        rel="noopener noreferrer"
      >
        {bytesAre === null ? 'Download it' : 'Open it'}
      </a>
    </div>
  );
}
