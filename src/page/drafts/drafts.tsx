import type { ExampleContent } from '../state/session.ts';
import { DraftOffer } from './draft-offer.tsx';
import { DraftStatus } from './draft-status.tsx';

interface DraftsProps {
  readonly part: 'offer' | 'status';
  /** What a first visit begins with. */
  readonly first: ExampleContent;
}

/** Both parts are loaded as one piece, and stand in two places. */
export function Drafts({ part, first }: DraftsProps) {
  return part === 'offer' ? <DraftOffer first={first} /> : <DraftStatus first={first} />;
}
