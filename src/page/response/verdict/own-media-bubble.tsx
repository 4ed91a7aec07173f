import { useQuery } from '@tanstack/react-query';
import ImageOff from 'lucide-react/icons/image-off';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { useState } from 'react';
import { LinkButton } from '../../components/link-button.tsx';
import type { Exchange } from '../../exchange/exchange.ts';
import { useObjectUrl } from '../../media/use-object-url.ts';
import { sentBlob } from '../../state/outcome/sent-media.ts';
import { Bubble, fill } from './bubble.tsx';
import { Clip } from './clip.tsx';
import { askOwnMedia, type OwnMedia } from './own-media.ts';

interface OwnMediaBubbleProps {
  readonly url: string;
  readonly exchange: Exchange;
}

/** The message as it would be seen, with the media that the demo server gives back. */
export function OwnMediaBubble({ url, exchange }: OwnMediaBubbleProps) {
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['own-media', url, exchange.sent],
    queryFn: ({ signal }) => askOwnMedia(url, sentBlob(exchange), signal),
  });
  if (data === undefined) {
    return (
      <Bubble caption="Loading it from the demo server…">
        <Turning />
      </Bubble>
    );
  }
  const retry = { isAsking: isFetching, onRetry: () => void refetch() };
  if (data.kind === 'fault') return <FaultBubble text={data.text} {...retry} />;
  return <Shown media={data} {...retry} />;
}

function Turning() {
  return <LoaderCircle className="size-5 motion-safe:animate-spin" aria-hidden />;
}

interface Retry {
  readonly isAsking: boolean;
  readonly onRetry: () => void;
}

interface ShownProps extends Retry {
  readonly media: Exclude<OwnMedia, { kind: 'fault' }>;
}

function Shown({ media: { kind, blob, isSame }, ...retry }: ShownProps) {
  const src = useObjectUrl(blob);
  const [undrawn, setUndrawn] = useState<Blob | null>(null);
  const onError = () => setUndrawn(blob);
  if (undrawn === blob) return <FaultBubble text="This browser can’t draw it." {...retry} />;
  return (
    <Bubble caption={captionOf(isSame)} isBad={isSame === false}>
      {src !== null && kind === 'picture' && (
        <img className={fill} src={src} alt="What the media URL leads to" onError={onError} />
      )}
      {src !== null && kind === 'clip' && <Clip src={src} onError={onError} />}
    </Bubble>
  );
}

function captionOf(isSame: boolean | null): string {
  if (isSame === null) return 'From the media URL';
  return isSame ? 'Same bytes as sent' : 'Not the bytes that were sent';
}

/** Its button stays while it is asked again, and the focus with it. */
function FaultBubble({ text, isAsking, onRetry }: Retry & { readonly text: string }) {
  return (
    <Bubble
      caption={
        <>
          {text} <LinkButton onClick={onRetry}>Try again</LinkButton>
        </>
      }
      isBad
    >
      {isAsking ? <Turning /> : <ImageOff className="size-5" aria-hidden />}
    </Bubble>
  );
}
