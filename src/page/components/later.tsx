import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { LoadErrorBoundary } from './error-boundary.tsx';

/** A view with a module of its own, loaded when it is drawn; `load` fetches it before that. */
export function later<Props>(load: () => Promise<ComponentType<Props>>) {
  return Object.assign(
    lazy(() => load().then((view) => ({ default: view }))),
    { load },
  );
}

/** A part that is loaded when it is wanted, with nothing in its place until then. */
export function Later({ children }: { readonly children: ReactNode }) {
  return (
    <LoadErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </LoadErrorBoundary>
  );
}
