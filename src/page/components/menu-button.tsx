import ChevronDown from 'lucide-react/icons/chevron-down';
import { Button, type ButtonProps } from './button.tsx';

/** Opens a menu; the same before the menu is loaded and when it is there. */
export function MenuButton({ children, ...rest }: ButtonProps) {
  return (
    <Button aria-haspopup="menu" aria-expanded={false} {...rest}>
      {children} <ChevronDown aria-hidden className="max-[25rem]:hidden" />
    </Button>
  );
}
