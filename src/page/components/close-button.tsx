import X from 'lucide-react/icons/x';
import { IconButton } from './icon-button.tsx';

interface CloseButtonProps {
  /** What it closes, where that is not plain: `Close this notice`. */
  readonly label?: string;
  readonly onClick: () => void;
}

export function CloseButton({ label = 'Close', onClick }: CloseButtonProps) {
  return (
    <IconButton label={label} onClick={onClick}>
      <X aria-hidden />
    </IconButton>
  );
}
