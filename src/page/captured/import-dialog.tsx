import { useMemo, useState } from 'react';
import type { Choices } from '../../import/guesses.ts';
import { Dialog } from '../components/dialog.tsx';
import { changeDocument } from '../state/account-document.ts';
import { useDocument } from '../state/document-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { CaptureColumns } from './capture-input.tsx';
import type { CaptureTask, ImportedAccount } from './capture-messages.ts';
import { ImportedView } from './imported-view.tsx';
import { useCaptureInput, useCaptureResult } from './use-capture.ts';

const noChoices: Choices = {};

/** From an upload that works somewhere to the Account XML that makes the app send it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { session } = useSession();
  const { replaceAll } = useDocument();
  const input = useCaptureInput();
  // What was chosen for one request does not hold for another.
  const [made, setMade] = useState({ of: '', choices: noChoices });
  const of = `${input.source?.number} ${input.entry}`;
  const choices = made.of === of ? made.choices : noChoices;
  const { assumptions } = session;
  const task = useMemo((): CaptureTask => ({ type: 'import', choices, assumptions }), [choices, assumptions]);
  const result = useCaptureResult(input, task);
  const imported = result.outcome?.kind === 'read' ? result.outcome.answer.imported : null;

  const take = ({ xml, parameters }: ImportedAccount) => {
    // Those of the account that was there would hide its nodes (TPL-1).
    const others = Object.entries(session.parameters).filter(([name]) => !name.startsWith('account['));
    const next = {
      ...session,
      ...changeDocument(session, xml, { name: null, encoding: null, savedXml: null }),
      parameters: { ...Object.fromEntries(others), ...parameters },
      account: 1,
    };
    replaceAll(next, 'Replaced by the imported Account XML.');
    onClose();
  };

  return (
    <Dialog title="Import a captured request" width="full" onClose={onClose} onOpen={focusField}>
      <CaptureColumns input={input} result={result}>
        {imported === null ? (
          <p className="max-w-prose text-small text-muted">
            Paste a request that a server accepts: raw HTTP, a HAR, or a curl command for any shell. You get
            the Account XML that makes the app send it, proven byte for byte, and a list of what the app can’t
            send.
          </p>
        ) : (
          <ImportedView
            imported={imported}
            onTake={() => take(imported)}
            onChoose={(id, meaning) => setMade({ of, choices: { ...choices, [id]: meaning } })}
          />
        )}
      </CaptureColumns>
    </Dialog>
  );
}

/** The first thing to do is to paste. */
export function focusField(event: Event): void {
  const field =
    event.currentTarget instanceof HTMLElement ? event.currentTarget.querySelector('textarea') : null;
  if (field === null) return;
  event.preventDefault();
  field.focus();
}
