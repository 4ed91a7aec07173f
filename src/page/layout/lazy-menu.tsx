import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';

interface LazyMenuProps {
  readonly button: ReactElement<ComponentProps<'button'>>;
  /** The menu, with the same button; it is loaded when the button is pressed. */
  readonly children: ReactNode;
}

export function LazyMenu({ button, children }: LazyMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  const closed = cloneElement(button, { onClick: () => setIsWanted(true) });
  if (!isWanted) return closed;
  return (
    <LoadErrorBoundary>
      <Suspense fallback={closed}>{children}</Suspense>
    </LoadErrorBoundary>
  );
}
