import type { Upload } from '../../exchange/exchange.ts';
import { MediaBubble } from './media-bubble.tsx';
import type { Outcome } from './outcome-of.ts';
import { SendProgress } from './send-progress.tsx';

interface OutcomeAsideProps {
  readonly outcome: Outcome;
  readonly upload: Upload;
}

/** Beside what is spoken: the picture, or how far the upload is. */
export function OutcomeAside({ outcome, upload: { exchange } }: OutcomeAsideProps) {
  if (outcome.kind === 'running') return <SendProgress key={exchange.sent.startedAt} exchange={exchange} />;
  // What such a URL leads to is nothing of this upload.
  if (outcome.kind !== 'judged' || outcome.media !== 'all' || outcome.verdict.mediaUrl === null) return null;
  return <MediaBubble url={outcome.verdict.mediaUrl} exchange={exchange} />;
}
