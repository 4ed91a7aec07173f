import { useDocument } from '../state/document-provider.tsx';
import { newSession } from '../state/session.ts';
import { randomBoundary } from '../state/session-provider.tsx';
import { firstExample } from './first-example.ts';

/** Everything that was put in as on a first visit; it can be undone. */
export function useReset(): () => void {
  const { replaceAll } = useDocument();
  return () => {
    const first = firstExample(window.location.origin);
    replaceAll(newSession(first, randomBoundary()), 'Everything was reset.');
  };
}
