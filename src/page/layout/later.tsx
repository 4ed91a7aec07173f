import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { editorSettled } from '../state/editor-settled.ts';

/** A part that is loaded when it is wanted, with nothing in its place until then. */
export function Later({ children }: { readonly children: ReactNode }) {
  return (
    <LoadErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </LoadErrorBoundary>
  );
}

/** A part that no first frame shows: the editor is needed first. */
export function AfterEditor({ children }: { readonly children: ReactNode }) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => void editorSettled.then(() => setIsDue(true)), []);
  return isDue ? <Later>{children}</Later> : null;
}
