import ExternalLink from 'lucide-react/icons/external-link';
import Unlink from 'lucide-react/icons/unlink';
import type { ReactNode } from 'react';
import type { Excerpt } from '../../exchange/excerpt.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { isWebAddress } from '../../exchange/web-address.ts';
import { mediaKindOf } from './media-kind.ts';
import { isOwnMedia } from './own-media.ts';
import { OwnMediaBubble } from './own-media-bubble.tsx';

interface MediaBubbleProps {
  readonly url: Excerpt;
  readonly exchange: Exchange;
}

/** The message with the media, as far as it may be shown: what is on another server, only there. */
export function MediaBubble({ url: { text, hidden }, exchange }: MediaBubbleProps) {
  if (hidden === 0 && isOwnMedia(text, window.location.origin))
    return <OwnMediaBubble url={text} exchange={exchange} />;
  if (hidden > 0 || !isWebAddress(text)) {
    return (
      <WideBubble>
        <span className="flex items-center gap-2 text-muted">
          <Unlink className="size-4 flex-none" aria-hidden />
          {hidden > 0 ? 'Too long to be opened here.' : 'Not an http or https address: nothing to open.'}
        </span>
      </WideBubble>
    );
  }
  const { host } = new URL(text);
  return (
    <WideBubble note="Opens in a new tab: your browser will ask that server for it.">
      <a
        className="flex min-h-6 items-center gap-2 font-medium text-accent hover:underline"
        href={text}
        target="_blank"
        rel="noreferrer noopener"
      >
        <ExternalLink className="size-4 flex-none" aria-hidden />
        <span className="min-w-0 wrap-anywhere">
          Show the {mediaKindOf(exchange.sent.plan)} from {host}
        </span>
      </a>
    </WideBubble>
  );
}

function WideBubble({ note, children }: { readonly note?: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0 basis-full">
      <div className="w-fit max-w-[min(100%,30rem)] rounded-[15px_15px_4px_15px] border border-bubble-line bg-bubble px-3.5 py-1.5">
        {children}
      </div>
      {note && <p className="mt-1 text-tiny text-muted">{note}</p>}
    </div>
  );
}
