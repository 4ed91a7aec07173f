import CircleAlert from 'lucide-react/icons/circle-alert';
import FileIcon from 'lucide-react/icons/file';
import { type ReactNode, useMemo } from 'react';
import type { Exchange } from '../../exchange/exchange.ts';
import { useObjectUrl } from '../../media/use-object-url.ts';
import { sentBlob } from '../../state/outcome/sent-media.ts';
import { Bubble, fill } from './bubble.tsx';
import { Clip } from './clip.tsx';
import { mediaKindOf } from './media-kind.ts';

interface SideBySideProps {
  readonly exchange: Exchange;
  /** The message as it is received; null: there is none. */
  readonly received: ReactNode;
}

/** For a room: what the sender sent, and what the recipient gets of it. */
export function SideBySide({ exchange, received }: SideBySideProps) {
  return (
    <div className="grid basis-full grid-cols-2 gap-4">
      <Side title="Sender" note={received === null && <NotSent />}>
        <SentBubble exchange={exchange} />
      </Side>
      <Side title="Recipient" isReceived>
        {received ?? (
          <Bubble>
            <p className="px-3 text-center text-small">No media URL, so nothing to receive.</p>
          </Bubble>
        )}
      </Side>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  /** Beside it: below the picture it would take a line of both. */
  readonly note?: ReactNode;
  readonly isReceived?: boolean;
  readonly children: ReactNode;
}

function Side({ title, note, isReceived, children }: SideProps) {
  return (
    <section aria-label={title} data-received={isReceived ? '' : undefined}>
      <div className="mb-1 flex flex-wrap gap-x-2 text-small">
        <h3 className="font-semibold">{title}</h3>
        {note}
      </div>
      {children}
    </section>
  );
}

function NotSent() {
  return (
    <span className="flex items-center gap-1 font-medium text-bad">
      <CircleAlert className="size-3.5 flex-none" aria-hidden /> Not sent
    </span>
  );
}

function SentBubble({ exchange }: { readonly exchange: Exchange }) {
  const src = useObjectUrl(useMemo(() => sentBlob(exchange), [exchange]));
  const kind = mediaKindOf(exchange.sent.plan);
  return (
    <Bubble>
      {src !== null && kind === 'picture' && <img className={fill} src={src} alt="What was sent" />}
      {src !== null && kind === 'clip' && <Clip src={src} onError={() => {}} />}
      {kind === 'media' && <FileIcon className="size-6" aria-hidden />}
    </Bubble>
  );
}
