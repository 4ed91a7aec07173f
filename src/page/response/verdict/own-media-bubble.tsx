import { useQuery } from '@tanstack/react-query';
import ImageOff from 'lucide-react/icons/image-off';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Play from 'lucide-react/icons/play';
import { type ReactNode, useRef, useState } from 'react';
import { mediaRanges } from '../../../upload/media-ranges.ts';
import { LinkButton } from '../../components/link-button.tsx';
import type { Exchange } from '../../exchange/exchange.ts';
import { useObjectUrl } from '../../media/use-object-url.ts';
import { askOwnMedia, type OwnMedia } from './own-media.ts';

interface OwnMediaBubbleProps {
  readonly url: string;
  readonly exchange: Exchange;
}

/** The message as it would be seen, with the media that the demo server gives back. */
export function OwnMediaBubble({ url, exchange }: OwnMediaBubbleProps) {
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['own-media', url, exchange.sent],
    queryFn: ({ signal }) => askOwnMedia(url, sentMediaOf(exchange), signal),
  });
  if (data === undefined || isFetching) {
    return (
      <Bubble caption="Loading it from the demo server…">
        <LoaderCircle className="size-5 motion-safe:animate-spin" aria-hidden />
      </Bubble>
    );
  }
  if (data.kind === 'fault') return <FaultBubble text={data.text} onRetry={() => void refetch()} />;
  return <Shown media={data} onRetry={() => void refetch()} />;
}

function sentMediaOf({ sent, local }: Exchange): Blob | null {
  const [range] = mediaRanges(sent.plan);
  return range && local ? local.body.slice(range.start, range.end) : null;
}

interface ShownProps {
  readonly media: Exclude<OwnMedia, { kind: 'fault' }>;
  readonly onRetry: () => void;
}

const fill = 'size-full rounded-[11px] bg-raised object-cover';

function Shown({ media: { kind, blob, isSame }, onRetry }: ShownProps) {
  const src = useObjectUrl(blob);
  const [undrawn, setUndrawn] = useState<Blob | null>(null);
  const onError = () => setUndrawn(blob);
  if (undrawn === blob) return <FaultBubble text="This browser can’t draw it." onRetry={onRetry} />;
  return (
    <Bubble caption={captionOf(isSame)} isBad={isSame === false}>
      {src !== null && kind === 'picture' && (
        <img className={fill} src={src} alt="What the media URL leads to" onError={onError} />
      )}
      {src !== null && kind === 'clip' && <Clip src={src} onError={onError} />}
    </Bubble>
  );
}

/** Its own controls would cover a clip as small as this. */
function Clip({ src, onError }: { readonly src: string; readonly onError: () => void }) {
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

function captionOf(isSame: boolean | null): string {
  if (isSame === null) return 'From the media URL';
  return isSame ? 'Same bytes as sent' : 'Not the bytes that were sent';
}

function FaultBubble({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  return (
    <Bubble
      caption={
        <>
          {text} <LinkButton onClick={onRetry}>Try again</LinkButton>
        </>
      }
      isBad
    >
      <ImageOff className="size-5" aria-hidden />
    </Bubble>
  );
}

interface BubbleProps {
  readonly caption: ReactNode;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}

function Bubble({ caption, isBad = false, children }: BubbleProps) {
  return (
    <figure className="order-first m-0 w-28 flex-none">
      <div className="h-21 rounded-[15px_15px_4px_15px] border border-bubble-line bg-bubble p-0.75">
        <div className="grid size-full place-items-center overflow-hidden text-muted">{children}</div>
      </div>
      <figcaption className={`mt-1 text-tiny ${isBad ? 'text-warn' : 'text-muted'}`}>{caption}</figcaption>
    </figure>
  );
}
