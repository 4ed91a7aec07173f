import { type ReactNode, Suspense, useState } from 'react';
import type { ButtonProps } from './button.tsx';
import { LoadErrorBoundary } from './error-boundary.tsx';
import { MenuButton } from './menu-button.tsx';

interface LazyMenuProps {
  /** What its button says. */
  readonly label: string;
  readonly size?: ButtonProps['size'];
  /** The menu, with the same button; it is loaded when the button is pressed. */
  readonly children: ReactNode;
}

export function LazyMenu({ label, size, children }: LazyMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  const closed = (
    <MenuButton size={size} onClick={() => setIsWanted(true)}>
      {label}
    </MenuButton>
  );
  if (!isWanted) return closed;
  return (
    <LoadErrorBoundary>
      <Suspense fallback={closed}>{children}</Suspense>
    </LoadErrorBoundary>
  );
}
