import X from 'lucide-react/icons/x';
import './button.css';

interface CloseButtonProps {
  /** What it closes, where that is not plain: `Close this notice`. */
  readonly label?: string;
  readonly onClick: () => void;
}

export function CloseButton({ label = 'Close', onClick }: CloseButtonProps) {
  return (
    <button
      type="button"
      className="button button-quiet button-small button-icon"
      aria-label={label}
      onClick={onClick}
    >
      <X aria-hidden />
    </button>
  );
}
