import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button.tsx';

interface CopyButtonProps {
  /** The accessible name, for example `Copy URL`. */
  readonly label: string;
  /** What else there is to say of it. */
  readonly tip?: string;
  readonly text: () => string;
}

const said = { idle: '', done: 'Copied', refused: 'The browser did not allow it' } as const;

export function CopyButton({ label, tip = label, text }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof said>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1600);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setState('done'),
      () => setState('refused'),
    );
  };
  return (
    <>
      <IconButton label={label} tip={said[state] || tip} data-command={label} onClick={copy}>
        {state === 'done' ? <Check aria-hidden /> : <Copy aria-hidden />}
      </IconButton>
      {/* Not in the button, whose content is nothing to screen readers but its name. */}
      <span className="unseen" aria-live="polite">
        {said[state]}
      </span>
    </>
  );
}
