/** What another session takes the place of is kept first: by whoever keeps drafts, once that is loaded. */
import { leaveTabDraft } from '../../storage/tab-draft.ts';

let keep: () => void = () => {};

/** Returns what ends it. */
export function whenReplaced(keeper: () => void): () => void {
  keep = keeper;
  return () => {
    if (keep === keeper) keep = () => {};
  };
}

/** What comes next is another draft. */
export function keepWork(): void {
  keep();
  leaveTabDraft();
}
