import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { NoticeBar } from '../components/notice.tsx';
import { useDocument } from '../state/document-provider.tsx';
import { type ExampleContent, newSession, type Session } from '../state/session.ts';
import { randomBoundary } from '../state/session-provider.tsx';
import { describeAge } from '../storage/age.ts';
import { readDrafts, removeDraft } from '../storage/drafts.ts';
import { adoptDraft, heldDrafts, leaveTabDraft, resumeTabDraft } from '../storage/tab-draft.ts';
import { type Draft, readDraft } from './draft.ts';

interface Offer {
  readonly id: string;
  readonly age: string;
  /** Null: of another version of the page. */
  readonly draft: Draft | null;
}

/** The newest draft of a tab that is closed; null where there is none, or this tab has one of its own. */
async function findOffer(fallback: Session): Promise<Offer | null> {
  if ((await resumeTabDraft()) !== null) return null;
  const now = Date.now();
  const [drafts, held] = await Promise.all([readDrafts(now), heldDrafts()]);
  const found = drafts.ok ? drafts.value.find(({ id }) => !held.has(id)) : undefined;
  if (found === undefined) return null;
  return { id: found.id, age: describeAge(now - found.savedAt), draft: readDraft(found.content, fallback) };
}

/** What was put in in a tab that is closed by now, to be restored here. */
export function DraftOffer({ first }: { readonly first: ExampleContent }) {
  const fallback = useMemo(() => newSession(first, randomBoundary()), [first]);
  const { replaceAll } = useDocument();
  const client = useQueryClient();
  const [isOver, setIsOver] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { data: offer = null } = useQuery({
    queryKey: ['draft offer', fallback],
    queryFn: () => findOffer(fallback),
  });
  const close = () => {
    place.current?.focus();
    setIsOver(true);
  };
  const findAgain = () => client.invalidateQueries({ queryKey: ['draft offer', fallback] });
  const restore = useMutation({
    mutationFn: async ({ id, draft }: Offer) => {
      // Another tab may have taken it meanwhile.
      if (draft === null || !(await adoptDraft(id))) return findAgain();
      close();
      // What comes after an undo must not be written over it.
      replaceAll(draft.session, describeRestored(draft), leaveTabDraft);
    },
  });
  const forget = useMutation({
    mutationFn: async ({ id }: Offer) => {
      place.current?.focus();
      await removeDraft(id);
      // The one before it is offered then.
      await findAgain();
    },
  });
  return (
    <div ref={place} tabIndex={-1} className="flex-none" aria-live="polite">
      {offer !== null && !isOver && (
        <NoticeBar
          tone="info"
          text={describe(offer)}
          actions={
            <>
              {offer.draft && (
                <Button
                  size="small"
                  variant="primary"
                  data-command="restore-draft"
                  onClick={() => restore.mutate(offer)}
                >
                  Restore last session
                </Button>
              )}
              <Button size="small" data-command="forget-draft" onClick={() => forget.mutate(offer)}>
                Forget
              </Button>
            </>
          }
          onClose={close}
        />
      )}
    </div>
  );
}

function describe({ age, draft }: Offer): string {
  if (draft === null)
    return `Last session, ${age}: another version of this page kept it, and this one can’t read it.`;
  const what = [draft.name && `“${draft.name}”`, draft.provider && `for ${draft.provider}`]
    .filter(Boolean)
    .join(' ');
  const lacks = draft.lacksSecrets ? ' Without its passwords.' : '';
  return `Last session${what && `: ${what}`}, ${age}.${lacks}`;
}

function describeRestored({ lacksSecrets, lostFile }: Draft): string {
  return [
    'Restored the last session.',
    lacksSecrets && 'Its passwords were not kept: enter them again.',
    lostFile && `Choose “${lostFile}” again.`,
  ]
    .filter(Boolean)
    .join(' ');
}
