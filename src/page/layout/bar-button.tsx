import { Button } from '../components/button.tsx';
import type { BarCommand } from './bar-commands.ts';

/** A command as a button of the top bar, where there is room for it; `more-list.tsx` has it where there isn't. */
export function BarButton({ command }: { readonly command: BarCommand }) {
  const { label, tip, Icon, side, isOn, isDisabled, isIcon, keys, run } = command;
  // Present itself and the theme stay: the way back, and what suits the room.
  const isSetAside = side === 'document' || isDisabled === true;
  const word = isIcon ? 'sr-only' : side === 'display' ? 'max-[77.5rem]:sr-only' : 'max-[48rem]:sr-only';
  return (
    <span className={`flex flex-none max-medium:hidden ${isSetAside ? 'presenting:hidden' : ''}`}>
      <Button
        variant={side === 'display' ? 'quiet' : 'plain'}
        tip={tip}
        aria-pressed={isOn}
        aria-keyshortcuts={keys}
        disabled={isDisabled}
        onClick={run}
      >
        <Icon aria-hidden />
        <span className={word}>{label}</span>
      </Button>
    </span>
  );
}
