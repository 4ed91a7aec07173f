/** Keeps what was put in as this tab's draft, a moment after the last change and when the page goes away. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isUnsaved } from '../state/account-document.ts';
import { useDocument } from '../state/document-provider.tsx';
import { type ExampleContent, newSession } from '../state/session.ts';
import { useSession } from '../state/session-provider.tsx';
import { whenReplaced } from '../state/sharing/keep-work.ts';
import type { StorageFault, Stored } from '../storage/database.ts';
import { removeDraft, writeDraft } from '../storage/drafts.ts';
import { leaveTabDraft, resumeTabDraft, tabDraft } from '../storage/tab-draft.ts';
import { draftOf, isWorthKeeping } from './draft.ts';
import { useDraftSettings } from './draft-settings.ts';
import { describeFault } from './storage-faults.ts';

/** Milliseconds. */
const pause = 500;

export type KeptState = 'nothing' | 'kept' | 'off' | StorageFault;

/** `first`: what a first visit begins with. */
export function useDraftKeeper(first: ExampleContent): KeptState {
  const { session } = useSession();
  const { notify } = useDocument();
  const [settings] = useDraftSettings();
  const untouched = useMemo(() => newSession(first, ''), [first]);
  const { data: isResumed = false } = useQuery({
    queryKey: ['tab draft'],
    queryFn: () => resumeTabDraft().then(() => true),
  });
  const isWanted = settings !== 'off' && isWorthKeeping(session, untouched);
  // The mutation's own data is gone while the next one is under way: a fault would be said once more.
  const [kept, setKept] = useState<Stored<void> | null>(null);
  const { mutate } = useMutation({
    mutationFn: (write: () => Promise<Stored<void>>) => write(),
    onSuccess: setKept,
  });

  const write = () => {
    const content = draftOf(session, settings === 'with passwords');
    return writeDraft({ id: tabDraft(), savedAt: Date.now(), content });
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written follows from these
  useEffect(() => {
    if (!isResumed || !isWanted) return;
    const keep = () => mutate(() => latest.current());
    const timer = setTimeout(keep, pause);
    const onHidden = () => document.hidden && keep();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', keep);
    };
  }, [isResumed, isWanted, session, settings, mutate]);
  // Not a moment later: the session that is kept is the one of this moment.
  useEffect(() => {
    if (!isResumed || !isWanted) return;
    return whenReplaced(() => void latest.current());
  }, [isResumed, isWanted]);
  // Back at the start: the draft stays for another tab, and what comes next is another.
  useEffect(() => {
    if (!isResumed || isWanted) return;
    void resumeTabDraft().then(async (id) => {
      if (id !== null && settings === 'off') await removeDraft(id);
      leaveTabDraft();
    });
  }, [isResumed, isWanted, settings]);

  const fault = kept?.ok === false ? kept.fault : null;
  useEffect(() => {
    if (fault !== null) notify({ text: describeFault(fault) });
  }, [fault, notify]);
  useAskBeforeLeaving(isUnsaved(session) && (session.document.name !== null || (isWanted && fault !== null)));
  if (settings === 'off') return 'off';
  if (!isWanted || kept === null) return 'nothing';
  return fault ?? 'kept';
}

/** A file that was changed is not saved by its draft; and what is no draft is lost with the tab. */
function useAskBeforeLeaving(asks: boolean): void {
  useEffect(() => {
    if (!asks) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [asks]);
}
