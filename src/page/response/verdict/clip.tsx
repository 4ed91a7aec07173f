import Play from 'lucide-react/icons/play';
import { useRef, useState } from 'react';
import { fill } from './bubble.tsx';

/** Its own controls would cover a clip as small as this. */
export function Clip({ src, onError }: { readonly src: string; readonly onError: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const turn = () => {
    if (isPlaying) video.current?.pause();
    // Refused where it can't be drawn, which `onError` says.
    else video.current?.play().catch(() => {});
  };
  return (
    <button
      type="button"
      className="relative size-full rounded-[11px] border-0 bg-transparent p-0"
      aria-label={isPlaying ? 'Pause the clip' : 'Play the clip'}
      onClick={turn}
    >
      <video
        ref={video}
        className={fill}
        src={`${src}#t=0.01`}
        muted
        playsInline
        preload="metadata"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onError={onError}
      />
      {!isPlaying && (
        <span className="absolute inset-0 m-auto grid size-9 place-items-center rounded-full bg-tip text-on-tip">
          <Play className="size-4" aria-hidden />
        </span>
      )}
    </button>
  );
}
