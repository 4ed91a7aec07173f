import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Popover } from '../components/popup/popover.tsx';
import type { ExampleContent } from '../state/session.ts';
import { removeAllDrafts } from '../storage/drafts.ts';
import { KeepChoiceFields } from '../storage/keep-choice-fields.tsx';
import { useDraftSettings } from './draft-settings.ts';
import { describeFault, describeForgotten } from './storage-faults.ts';
import { type KeptState, useDraftKeeper } from './use-draft-keeper.ts';

const words = {
  nothing: 'Drafts',
  kept: 'Draft kept',
  off: 'Drafts off',
  full: 'Draft not kept',
  blocked: 'Draft not kept',
  newer: 'Draft not kept',
  unavailable: 'Draft not kept',
} satisfies Record<KeptState, string>;

/** Whether what was put in is kept, and how much of it. */
export function DraftStatus({ first }: { readonly first: ExampleContent }) {
  const kept = useDraftKeeper(first);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isFault = words[kept] === 'Draft not kept';
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`min-h-6 rounded-sm border-0 bg-transparent px-2 whitespace-nowrap hover:bg-bar-hover hover:text-text ${isFault ? 'text-warn' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words[kept]}
      </button>
      {isOpen && (
        <Popover label="Drafts" button={button} onClose={() => setIsOpen(false)}>
          <DraftSettingsForm kept={kept} />
        </Popover>
      )}
    </>
  );
}

function DraftSettingsForm({ kept }: { readonly kept: KeptState }) {
  const [settings, choose] = useDraftSettings();
  const forget = useMutation({ mutationFn: removeAllDrafts });
  return (
    <div className="grid gap-2 px-2 py-1.5">
      {kept === 'nothing' || kept === 'kept' || kept === 'off' ? (
        <p className="text-small text-muted">
          What you put in is kept in this browser and never sent. Once this tab is closed, a new one offers to
          restore it. The media file isn’t part of it.
        </p>
      ) : (
        <p className="text-small text-warn">{describeFault(kept)}</p>
      )}
      <KeepChoiceFields
        choice={settings}
        onChoose={choose}
        keep={{ label: 'Keep drafts', detail: 'Up to 10 of them, for 30 days.' }}
        keepPasswords={{
          label: 'Keep passwords in drafts',
          detail: 'Otherwise passwords, tokens and secrets are left out.',
        }}
      />
      <div className="flex items-center gap-2">
        <Button size="small" onClick={() => forget.mutate()}>
          Forget all drafts
        </Button>
        <span className="text-small text-muted" aria-live="polite">
          {forget.data && describeForgotten(forget.data)}
        </span>
      </div>
    </div>
  );
}
