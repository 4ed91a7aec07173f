import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';

const said = { idle: 'Copy link', done: 'Copied', refused: 'Not allowed' } as const;

export function CopyLink({ link, isBest }: { readonly link: string; readonly isBest: boolean }) {
  const [state, setState] = useState<keyof typeof said>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1600);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => setState('done'),
      () => setState('refused'),
    );
  };
  return (
    <Button
      variant={isBest ? 'primary' : 'plain'}
      tip={
        state === 'refused'
          ? 'The browser did not allow it: select the link, and copy it by keyboard'
          : undefined
      }
      onClick={copy}
    >
      {state === 'done' ? <Check aria-hidden /> : <Copy aria-hidden />}
      {/* Of one width, whatever it says. */}
      <span className="min-w-[4.6rem] text-left" aria-live="polite">
        {said[state]}
      </span>
    </Button>
  );
}
