/** Marks the places of the request that the cursor of the XML editor reaches. */
import { useEffect } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Range } from '../../core/source/diagnostics.ts';
import { placesReached } from './request-sources.ts';

/** While somebody types nothing needs marking. Milliseconds. */
const pause = 80;

/**
 * Done on the elements themselves: a request may have thousands of places, and none has to be
 * drawn anew. `cursor` gives the range in the text that the request was built from, or null.
 */
export function useReach(built: BuiltRequest, cursor: () => Range | null): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const range = cursor();
      const places = new Set(range ? placesReached(built, range) : []);
      for (const element of document.querySelectorAll('[data-place]')) {
        const isReached = places.has(element.getAttribute('data-place') ?? '');
        if (isReached) element.setAttribute('aria-current', 'true');
        else element.removeAttribute('aria-current');
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [built, cursor]);
}
