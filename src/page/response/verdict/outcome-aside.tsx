import type { Upload } from '../../exchange/exchange.ts';
import { useDisplay } from '../../state/display-provider.tsx';
import type { Outcome } from '../../state/outcome/outcome-of.ts';
import { MediaBubble } from './media-bubble.tsx';
import { SendProgress } from './send-progress.tsx';
import { SideBySide } from './side-by-side.tsx';

interface OutcomeAsideProps {
  readonly outcome: Outcome;
  readonly upload: Upload;
}

/** Beside what is spoken: the picture, or how far the upload is; in front of a room, both ends of it. */
export function OutcomeAside({ outcome, upload: { exchange } }: OutcomeAsideProps) {
  const { isPresenting } = useDisplay();
  if (outcome.kind === 'running') return <SendProgress key={exchange.sent.startedAt} exchange={exchange} />;
  if (outcome.kind !== 'judged') return null;
  const { media, verdict } = outcome;
  // What such a URL leads to is nothing of this upload.
  const received =
    media === 'all' && verdict.mediaUrl !== null ? (
      <MediaBubble url={verdict.mediaUrl} exchange={exchange} />
    ) : null;
  if (!isPresenting || media === 'absent') return received;
  return <SideBySide exchange={exchange} received={received} />;
}
