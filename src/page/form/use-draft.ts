/** What is being typed in a field, while it differs from what is written. */
import { useState } from 'react';
import { readsAs } from '../../core/account/edit-account.ts';
import type { Committed } from './use-form-edits.ts';

interface Draft {
  readonly typed: string;
  /** What the document read when this was typed; the draft is over when it reads anything else. */
  readonly reads: string;
  /** Why it was not written; null where it was. */
  readonly reason: string | null;
}

export interface LiveDraft {
  readonly shown: string;
  /** Why what is shown is not in the document. */
  readonly reason: string | null;
  /** What is written in place of what is shown, where that is something else. */
  readonly writtenAs: string | null;
  readonly type: (typed: string) => void;
  readonly discard: () => void;
  /** What was written is shown as it is written; what was refused stays to be fixed. */
  readonly leave: () => void;
}

export function useDraft(value: string, commit: (typed: string) => Committed): LiveDraft {
  const [draft, setDraft] = useState<Draft | null>(null);
  const isOver = draft !== null && draft.reads !== value;
  if (isOver) setDraft(null);
  const live = isOver ? null : draft;
  const shown = live?.typed ?? value;
  return {
    shown,
    reason: live?.reason ?? null,
    writtenAs: live !== null && live.reason === null && isEscaped(live.typed, value) ? value : null,
    type(typed) {
      const done = commit(typed);
      setDraft(
        done.kind === 'written'
          ? { typed, reads: done.reads, reason: null }
          : { typed, reads: value, reason: done.reason },
      );
    },
    discard: () => setDraft(null),
    leave() {
      if (draft?.reason === null) setDraft(null);
    },
  };
}

/** A space at the end is escaped until the next word is typed: that is not worth a word. */
function isEscaped(typed: string, written: string): boolean {
  return readsAs(typed) !== written.replaceAll(/^(?:%20|%09)+|(?:%20|%09)+$/g, '');
}
