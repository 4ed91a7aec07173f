import { useState } from 'react';
import { setKey } from '../../core/account/edit-account.ts';
import type { Remedy } from '../../server-check/report.ts';
import { Button } from '../components/button.tsx';
import { CodeBox } from '../components/code-text.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import { useSession } from '../state/session-provider.tsx';

/** A change that helps: made at once in the Account XML, copied for elsewhere. */
export function RemedyView({ remedy }: { readonly remedy: Remedy }) {
  switch (remedy.kind) {
    case 'account-xml':
      return <AccountFix remedy={remedy} />;
    case 'lines':
      return (
        <div className="grid gap-1">
          <div className="flex items-center gap-1 text-small">
            <p className="min-w-0 flex-1">
              {remedy.text} <code className="code text-muted">{remedy.where}</code>
            </p>
            <CopyButton label={`Copy the lines for ${remedy.where}`} text={() => remedy.lines} />
          </div>
          <CodeBox>{remedy.lines}</CodeBox>
        </div>
      );
    case 'advice':
      return (
        <p className="text-small wrap-anywhere">
          <ExcerptText text={remedy.text} />
        </p>
      );
  }
}

/** One step to undo. */
function AccountFix({ remedy }: { readonly remedy: Extract<Remedy, { kind: 'account-xml' }> }) {
  const { text, key, value } = remedy;
  const editor = useEditor();
  const { account, locale } = useSession().session;
  const [said, say] = useState('');
  const fix = () => {
    const outcome = setKey(editor.text(), { account, locale }, key, value);
    if (outcome.kind === 'refused') return say(outcome.reason);
    if (outcome.edits.length === 0) return say('It is so already.');
    editor.apply(outcome.edits);
    say('Done in the Account XML; Undo takes it back. Check again to see whether it helps.');
  };
  return (
    <div className="grid gap-1 text-small">
      <p className="wrap-anywhere">
        {text}{' '}
        <code className="code">
          {key} = {value}
        </code>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" onClick={fix}>
          Fix in the Account XML
        </Button>
        <p className="min-w-0 flex-1 text-muted" aria-live="polite">
          {said}
        </p>
      </div>
    </div>
  );
}
