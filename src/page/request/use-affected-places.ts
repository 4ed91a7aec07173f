/** Marks the places of the request that the cursor of the XML editor affects. */
import { useEffect } from 'react';
import { useEditor, useEditorState } from '../state/editor-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { placesAffected } from './request-sources.ts';
import { markLimit } from './use-run-actions.ts';

/** While somebody types nothing needs marking. Milliseconds. */
const pause = 80;

/** Done on the elements themselves: a request may have thousands of places, and none has to be drawn anew. */
export function useAffectedPlaces(): void {
  const editor = useEditor();
  const { selection } = useEditorState();
  const { built } = useRequest();
  useEffect(() => {
    const timer = setTimeout(() => {
      const isMarked = (built.request?.body.length ?? 0) <= markLimit;
      // In a text that has moved on, the same place would be another.
      const isCurrent = selection !== null && isMarked && editor.text() === built.inputs.xml;
      const places = new Set(isCurrent ? placesAffected(built, selection) : []);
      for (const element of document.querySelectorAll('[data-place]')) {
        const isAffected = places.has(element.getAttribute('data-place') ?? '');
        if (isAffected) element.setAttribute('aria-current', 'true');
        else element.removeAttribute('aria-current');
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [built, selection, editor]);
}
